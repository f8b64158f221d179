'use strict';
// SHA-256 (FIPS 180-4), as a page from disk may not be given the browser's own; and the tree of RFC 6962 over it.
const Tree = (() => {
  const primes = [];
  for (let n = 2; primes.length < 64; n++) {
    if (primes.every(p => n % p)) primes.push(n);
  }
  const fraction = x => Math.floor((x - Math.floor(x)) * 2 ** 32) >>> 0;
  const K = Uint32Array.from(primes, p => fraction(Math.cbrt(p)));
  const START = Uint32Array.from(primes.slice(0, 8), p => fraction(Math.sqrt(p)));
  const words = new Uint32Array(64);

  function sha256(bytes) {
    const length = bytes.length;
    const padded = new Uint8Array((length + 72) >> 6 << 6);
    padded.set(bytes);
    padded[length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
    view.setUint32(padded.length - 4, length << 3);
    const h = START.slice();
    for (let block = 0; block < padded.length; block += 64) {
      round(view, block, h);
    }
    const out = new Uint8Array(32);
    const result = new DataView(out.buffer);
    h.forEach((word, i) => result.setUint32(4 * i, word));
    return out;
  }

  const turn = (x, n) => (x >>> n) | (x << (32 - n));

  function round(view, block, h) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + 4 * i);
    for (let i = 16; i < 64; i++) {
      const a = words[i - 15], b = words[i - 2];
      words[i] = words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + words[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
    }
    let [a, b, c, d, e, f, g, z] = h;
    for (let i = 0; i < 64; i++) {
      const one = (z + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [z, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, z].forEach((word, i) => { h[i] += word; });
  }

  const joined = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    parts.forEach(part => { all.set(part, at); at += part.length; });
    return all;
  };
  const node = (left, right) => sha256(joined([1], left, right));
  const utf8 = new TextEncoder();
  const field = bytes => joined([bytes.length >>> 24, bytes.length >>> 16 & 255, bytes.length >>> 8 & 255, bytes.length & 255], bytes);
  const number = n => {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigInt64(0, BigInt(n));
    return field(bytes);
  };
  const text = t => field(utf8.encode(t));
  const micros = instant => {
    const [whole, rest = ''] = instant.replace('Z', '').split('.');
    return BigInt(Date.parse(whole + 'Z')) * 1000n + BigInt(rest.padEnd(6, '0') || 0);
  };

  return {
    /** SHA-256(0x00 and nine fields, each with its length in four bytes). */
    leaf: fact => sha256(joined([0], number(fact.position), field(Uint8Array.from(fact.eventId.replaceAll('-', '').match(/../g), h => parseInt(h, 16))),
      text(fact.stream), number(fact.version), text(fact.type), number(Date.parse(fact.effectiveOn + 'T00:00:00Z') / 86400000),
      number(micros(fact.recordedAt)), text(fact.metadata), text(fact.payload))),
    /** The root over all leaves. */
    root: leaves => {
      const roots = [];
      leaves.forEach((leaf, i) => {
        let hash = leaf;
        for (let full = i; full & 1; full >>= 1) hash = node(roots.pop(), hash);
        roots.push(hash);
      });
      return roots.length ? roots.reduceRight((right, left) => node(left, right)) : sha256(new Uint8Array());
    },
    /** Whether the path leads from the leaf to the root: RFC 9162, section 2.1.3.2. */
    included: (leaf, index, size, path, root) => {
      let at = index, last = size - 1, hash = leaf;
      for (const sibling of path) {
        if (last === 0) return false;
        if (at % 2 === 1 || at === last) {
          hash = node(sibling, hash);
          while (at % 2 === 0 && at > 0) { at /= 2; last = Math.floor(last / 2); }
        } else {
          hash = node(hash, sibling);
        }
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
      return last === 0 && Tree.same(hash, root);
    },
    same: (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]),
    bytes: base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0))
  };
})();
