/** What the emulator's own pages have beyond those of a sign-in: a bar, two columns, tiles and tables. */
export const consoleStyle = `
body{align-items:stretch;padding:0}
header.bar{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:center;padding:12px 24px;background:var(--card);border-bottom:1px solid var(--line)}
header.bar b{font-size:16px;font-weight:600}
header.bar nav{display:flex;flex-wrap:wrap;gap:4px}
header.bar nav a{padding:6px 10px;border-radius:4px;color:inherit;text-decoration:none}
header.bar nav a:hover{background:var(--tint)}
header.bar nav a[aria-current]{font-weight:600;box-shadow:inset 0 -2px var(--brand);border-radius:4px 4px 0 0}
header.bar .when{margin-inline-start:auto;color:var(--quiet)}
main,main.wide{max-width:1560px;margin:0 auto;padding:20px 24px;background:none;border:0}
footer{margin:0 auto;padding:12px 24px 24px}
h1{font-size:20px}
.card h2,.split h2{margin:0;font-size:16px}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:12px;margin:16px 0;padding:0;list-style:none}
.counts a{display:block;padding:10px 14px;background:var(--card);border:1px solid var(--line);border-radius:8px;color:inherit;text-decoration:none}
.counts a:hover{border-color:var(--brand)}
.counts b{display:block;font-size:20px;font-weight:600;font-variant-numeric:tabular-nums}
.counts span{color:var(--quiet)}
.split{display:grid;grid-template-columns:minmax(0,1fr) 380px;gap:20px;align-items:start}
.card{margin:0 0 12px;padding:14px 16px;background:var(--card);border:1px solid var(--line);border-radius:8px}
.card>p:last-child{margin-bottom:0}
.head{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between;margin-bottom:8px}
.filter{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin:0}
.filter label{display:flex;gap:6px;align-items:center;margin:0;font-weight:400;color:var(--quiet)}
.filter select,.filter input{width:auto;padding:4px 8px;min-height:32px}
.filter input[type=checkbox]{min-height:0}
button.small{min-height:32px;padding:2px 12px;border:1px solid var(--quiet);background:transparent;color:inherit}
button.small:hover,button.plain:hover{background:var(--tint)}
button.danger{border-color:var(--danger);color:var(--danger)}
.table{background:var(--card);border:1px solid var(--line);border-radius:8px;overflow:hidden}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{padding:7px 12px;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child td{border-bottom:0}
th{color:var(--quiet);font-size:12px;font-weight:600}
td{overflow-wrap:anywhere}
tbody tr:hover{background:var(--tint)}
.requests .time{width:92px}td.time{white-space:nowrap}.requests .operation{width:21%}.requests .caller{width:18%}.requests .status{width:68px}.requests .took{width:72px}
.requests .mono{word-break:break-all}
.requests .method{font-weight:600}
.requests .line{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
td.took,th.took,td.number,th.number{text-align:end;font-variant-numeric:tabular-nums}
th.number{width:140px}
th.wide{width:42%}
td .mono{white-space:break-spaces}
.code{display:inline-block;min-width:38px;padding:0 6px;border:1px solid var(--line);border-radius:4px;text-align:center;font-variant-numeric:tabular-nums}
.code.bad{border-color:var(--danger);color:var(--danger);font-weight:600}
.note{margin:0 0 12px;padding:8px 12px;background:var(--tint);border-inline-start:4px solid var(--brand);border-radius:4px}
.row{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:8px 0 0}
.row form,form.inline{margin:0}
.row input{flex:1;min-width:0;width:auto}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 12px}
.card details>summary{margin-top:10px;color:var(--brand)}
.card ul.plain{list-style:none;margin:8px 0 0;padding:0}
.card ul.plain li{display:flex;gap:8px;align-items:center;justify-content:space-between;padding:6px 0;border-top:1px solid var(--line)}
.card ul.plain .what{flex:1;min-width:0;overflow-wrap:anywhere}
nav.crumbs{margin-bottom:8px;color:var(--quiet)}
p.empty{margin:0;padding:24px 16px;color:var(--quiet)}
a.narrow{display:none}
.card textarea{min-height:64px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:12px;align-items:start}
.cards .card{margin:0}.cards h2{margin-bottom:8px}.cards ul{margin:0;padding-inline-start:20px}.cards li+li{margin-top:6px}
@media (max-width:1100px){a.narrow{display:inline}.split{grid-template-columns:minmax(0,1fr)}}
@media (max-width:640px){header.bar{padding:10px 16px}header.bar .when{margin:0}main,main.wide{padding:16px}
.counts{grid-template-columns:1fr 1fr}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack table,.stack tbody,.stack tr,.stack td{display:block;width:auto}
.stack tr{padding:10px 12px;border-bottom:1px solid var(--line)}
.stack td{padding:0;border:0;width:auto!important;text-align:start!important}
.requests tr{display:grid;grid-template-columns:auto 1fr auto;gap:4px 12px}.requests td:nth-child(2){grid-column:2/-1}.requests .operation{grid-column:1/-1}.requests .took{display:none!important}
.requests .status{justify-self:end}.requests .caller{grid-column:1/3}
.stack td[data-label]:not(:empty):not(.took)::before{content:attr(data-label) ": ";color:var(--quiet)}}
@media (forced-colors:active){.code,.counts a,button.small{border:1px solid}}
`
