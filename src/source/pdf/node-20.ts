/**
 * What pdfjs 6 asks of Node 22 that Node 20 has not. Its legacy build brings whatever else is newer: every name that Node 26 has and Node
 * 20.19 has not was looked for in both of its files. Goes when Node 20 goes; a later Node keeps its own.
 *
 * The thread that takes PDFs apart gets this function as text: it may use nothing from outside itself.
 */
export function fillInForNode20(): void {
  const give = (to: object, name: string, value: unknown) => {
    if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true });
  };
  give(Promise, 'withResolvers', function withResolvers(this: PromiseConstructor) {
    const parts: Record<string, unknown> = {};
    parts.promise = new this((resolve, reject) => Object.assign(parts, { resolve, reject }));
    return parts;
  });
  give(ArrayBuffer.prototype, 'transferToFixedLength', function transferToFixedLength(this: ArrayBuffer, length = this.byteLength) {
    // As the original does, it leaves nothing behind.
    const taken = structuredClone(this, { transfer: [this] });
    if (length <= taken.byteLength) return taken.slice(0, length);
    const longer = new ArrayBuffer(length);
    new Uint8Array(longer).set(new Uint8Array(taken));
    return longer;
  });
}
