/** One look for every page of the emulator; colours hold 4.5:1 against their ground in both schemes. */
export const pageStyle = `
:root{color-scheme:light dark;--ground:#f3f6f6;--card:#fff;--text:#16211f;--quiet:#4d5b58;--line:#d3dcda;
--brand:#0a5d59;--on-brand:#fff;--tint:#e6f1ef;--danger:#a4262c}
@media (prefers-color-scheme:dark){:root{--ground:#10181a;--card:#182225;--text:#eaf1f0;--quiet:#a7b6b3;
--line:#33423f;--brand:#6fc7bf;--on-brand:#06201e;--tint:#1f2f2f;--danger:#ff99a0}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;padding:32px 16px;
background:var(--ground);color:var(--text);font:14px/1.45 system-ui,-apple-system,"Segoe UI",sans-serif}
main{width:100%;max-width:480px;margin:auto 0 0;padding:28px;background:var(--card);border:1px solid var(--line);border-radius:8px}
main.wide{max-width:720px}
footer{margin:16px 0 auto;color:var(--quiet);font-size:12px}
h1{margin:0 0 4px;font-size:20px;line-height:1.3;font-weight:600}
h2{margin:24px 0 8px;font-size:14px;font-weight:600}
p{margin:4px 0 12px}
.quiet{color:var(--quiet)}
a{color:var(--brand)}
ul.tiles{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(290px,100%),1fr));gap:12px 24px}
ul.accounts{list-style:none;margin:16px 0 0;padding:0;border:1px solid var(--line);border-radius:6px;overflow:hidden}
ul.accounts li+li{border-top:1px solid var(--line)}
ul.accounts form{margin:0}
button{font:inherit;cursor:pointer;min-height:36px;border-radius:4px}
button.account{display:flex;gap:12px;align-items:center;width:100%;padding:10px 12px;border:0;border-radius:0;
background:transparent;color:inherit;text-align:start}
button.account:hover{background:var(--tint)}
.initial{flex:none;display:grid;place-items:center;width:32px;height:32px;border-radius:50%;background:var(--brand);
color:var(--on-brand);font-weight:600}
.who{flex:1;min-width:0;overflow-wrap:anywhere}
.who b{display:block;font-weight:600}
.role{flex:none;padding:1px 8px;border:1px solid var(--line);border-radius:10px;font-size:12px;color:var(--quiet)}
label{display:block;margin:12px 0 4px;font-weight:600}
input,select,textarea{width:100%;padding:7px 10px;border:1px solid var(--quiet);border-radius:4px;font:inherit;
background:var(--card);color:inherit}
textarea,.mono,pre{font-family:ui-monospace,SFMono-Regular,Consolas,monospace;font-size:12px;overflow-wrap:anywhere}
pre{margin:0;padding:12px;background:var(--tint);border-radius:4px;white-space:pre-wrap}
textarea{min-height:160px;resize:vertical}
.help{margin:4px 0 0;color:var(--quiet);font-size:12px}
.actions{display:flex;flex-wrap:wrap;gap:8px;margin-top:20px}
.actions form{margin:0}
button.primary{padding:6px 20px;border:1px solid var(--brand);background:var(--brand);color:var(--on-brand);font-weight:600}
button.plain{padding:6px 20px;border:1px solid var(--quiet);background:transparent;color:inherit}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
button.account:focus-visible{outline-offset:-3px}
.problem{margin:12px 0;padding:10px 12px;border:1px solid var(--danger);border-inline-start-width:4px;border-radius:4px}
.problem b{color:var(--danger)}
summary{cursor:pointer;margin-top:20px;font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:8px 0}
dt{color:var(--quiet)}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
.check{display:flex;gap:8px;align-items:center;margin-top:12px}
.check input{width:auto}
.check label{margin:0;font-weight:400}
@media (max-width:420px){main{padding:20px 16px}button.account{flex-wrap:wrap;row-gap:4px}
.who{flex-basis:calc(100% - 44px)}.role{margin-inline-start:44px}dl{grid-template-columns:1fr}dd{margin-bottom:6px}}
@media (prefers-reduced-motion:no-preference){button{transition:background-color .1s}}
@media (forced-colors:active){button.primary,button.plain,.role,.initial{border:1px solid}}
`
