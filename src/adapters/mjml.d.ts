/** MJML is compiled at build time: the import gives the HTML. */
declare module "*.mjml" {
  const html: string;
  export default html;
}
