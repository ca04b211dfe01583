/** Tells the person who looks at one of the small windows of a sign-in where it stands. */
export function say(text: string): void {
  const place = document.getElementById('said')
  if (place !== null) place.textContent = text
}
