/** The first screen, while there is no workspace. */
export function WelcomePage() {
  return <main>Welcome</main>;
}
