/** A file of text that the bundler puts into the program. */
declare module '*?raw' {
  const text: string;
  export default text;
}
