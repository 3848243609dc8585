// Reads certificates: a small reader of DER that follows no length beyond what it was given.
"use strict";

(() => {
  const verifying = (globalThis.verifying ??= {});
  const MAX_BYTES = 64 << 10;
  const PARTS = {
    "2.5.4.3": "name", "2.5.4.42": "givenName", "2.5.4.4": "familyName", "2.5.4.10": "organisation",
    "2.5.4.11": "unit", "2.5.4.97": "organisationId", "2.5.4.6": "country",
  };
  const CURVES = {"1.2.840.10045.3.1.7": "P-256", "1.3.132.0.34": "P-384", "1.3.132.0.35": "P-521"};
  const SIGNATURES = {
    "1.2.840.113549.1.1.11": "SHA256withRSA", "1.2.840.113549.1.1.12": "SHA384withRSA",
    "1.2.840.113549.1.1.13": "SHA512withRSA", "1.2.840.10045.4.3.2": "SHA256withECDSA",
    "1.2.840.10045.4.3.3": "SHA384withECDSA", "1.2.840.10045.4.3.4": "SHA512withECDSA", "1.3.101.112": "Ed25519",
  };

  /** The value that begins somewhere: its tag, its content, and all of it. */
  const read = (bytes, at = 0) => {
    const first = bytes[at + 1];
    let start = at + 2;
    let length = first;
    if (first === undefined || (bytes[at] & 0x1f) === 0x1f || first === 0x80 || first > 0x84) throw new Error("DER");
    if (first > 0x80) {
      length = 0;
      for (; start < at + 2 + (first & 0x7f); start++) length = length * 256 + bytes[start];
    }
    if (!(start + length <= bytes.length)) throw new Error("DER");
    return {
      tag: bytes[at], content: bytes.subarray(start, start + length), all: bytes.subarray(at, start + length),
      end: start + length,
    };
  };

  /** The values inside another. */
  const inside = ({content}) => {
    const values = [];
    for (let at = 0; at < content.length; at = values.at(-1).end) values.push(read(content, at));
    return values;
  };

  const objectId = ({tag, content}) => {
    if (tag !== 0x06) throw new Error("DER");
    const numbers = [Math.min(2, Math.floor(content[0] / 40))];
    numbers.push(content[0] - numbers[0] * 40);
    let number = 0;
    for (const byte of content.subarray(1)) {
      number = number * 128 + (byte & 0x7f);
      if (byte < 0x80) {
        numbers.push(number);
        number = 0;
      }
    }
    return numbers.join(".");
  };

  const text = ({tag, content}) =>
    new TextDecoder(tag === 0x0c ? "utf-8" : tag === 0x1e ? "utf-16be" : "windows-1252").decode(content);

  const time = ({tag, content}) => {
    const digits = new TextDecoder().decode(content);
    const all = tag === 0x17 ? (Number(digits.slice(0, 2)) < 50 ? "20" : "19") + digits : digits;
    const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(all);
    if (!parts) throw new Error("DER");
    const [year, month, day, hour, minute, second = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  };

  /** The parts of a name that people read; a tax code is none of them. */
  const distinguishedName = (value) => {
    const parts = {};
    for (const set of inside(value)) {
      for (const pair of inside(set)) {
        const [type, word] = inside(pair);
        const part = PARTS[objectId(type)];
        if (part) parts[part] ??= text(word);
      }
    }
    parts.name ??= [parts.givenName, parts.familyName].filter(Boolean).join(" ") || parts.organisation || "?";
    return parts;
  };

  const publicKey = (value) => {
    const [algorithm] = inside(value);
    const [type, parameters] = inside(algorithm);
    const curve = parameters?.tag === 0x06 ? CURVES[objectId(parameters)] : undefined;
    return {bytes: value.all, type: objectId(type), curve};
  };

  /** What a certificate says: whose it is, who issued it, from when to when, with which key. */
  verifying.certificate = (bytes) => {
    if (bytes.length > MAX_BYTES) throw new Error("DER");
    const whole = read(bytes);
    if (whole.tag !== 0x30 || whole.end !== bytes.length) throw new Error("DER");
    const [signed, algorithm, value] = inside(whole);
    const fields = inside(signed);
    if (fields[0].tag === 0xa0) fields.shift();
    const [, , issuer, validity, subject, key] = fields;
    const [from, until] = inside(validity).map(time);
    return {
      bytes, subject: distinguishedName(subject), issuer: distinguishedName(issuer), from, until, key: publicKey(key),
      selfIssued: verifying.hex(subject.all) === verifying.hex(issuer.all),
      signed: signed.all, algorithm: SIGNATURES[objectId(inside(algorithm)[0])], value: value.content.subarray(1),
    };
  };

  verifying.hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  verifying.der = {read, inside, objectId, time};
})();
