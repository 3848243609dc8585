// Checks one signature with the key of its certificate: the value, the signed properties, the certificate that they name.
"use strict";

(() => {
  const verifying = (globalThis.verifying ??= {});
  const {read, inside, objectId, time} = verifying.der;
  const DSIG = "http://www.w3.org/2000/09/xmldsig#";
  const HASHES = {
    "http://www.w3.org/2001/04/xmlenc#sha256": "SHA-256", "http://www.w3.org/2001/04/xmldsig-more#sha384": "SHA-384",
    "http://www.w3.org/2001/04/xmlenc#sha512": "SHA-512",
  };
  const HASH_IDS = {
    "2.16.840.1.101.3.4.2.1": "SHA-256", "2.16.840.1.101.3.4.2.2": "SHA-384", "2.16.840.1.101.3.4.2.3": "SHA-512",
  };
  const HASH_OF_LENGTH = {32: "SHA-256", 48: "SHA-384", 64: "SHA-512"};
  const SIZES = {"P-256": 32, "P-384": 48, "P-521": 66};
  const RSA = "1.2.840.113549.1.1.1";
  const KEYS = {
    "RSASSA-PKCS1-v1_5": [RSA], "RSA-PSS": [RSA, "1.2.840.113549.1.1.10"], ECDSA: ["1.2.840.10045.2.1"],
    Ed25519: ["1.3.101.112"],
  };
  const ATTRIBUTES = {
    "1.2.840.113549.1.9.4": "digest", "1.2.840.113549.1.9.5": "time", "1.2.840.113549.1.9.16.2.47": "certificate",
  };

  const bytes = (base64) => Uint8Array.from(atob(base64.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
  const digest = async (hash, content) => verifying.hex(new Uint8Array(await crypto.subtle.digest(hash, content)));
  const fault = (code) => Object.assign(new Error(code), {code});

  /** The algorithm by its name in Java, or by its address in XML. */
  const algorithm = (name) => {
    const java = /^SHA(256|384|512)with(RSA|RSAandMGF1|ECDSA)$/.exec(name);
    const xml = /^http:\/\/www\.w3\.org\/20\d\d\/\d\d\/xmldsig-more#(rsa|ecdsa)-sha(256|384|512)$/.exec(name);
    const pss = /^http:\/\/www\.w3\.org\/2007\/05\/xmldsig-more#sha(256|384|512)-rsa-MGF1$/.exec(name);
    if (name === "Ed25519" || name === "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519") return {name: "Ed25519"};
    if (java) return made(java[2] === "RSA" ? "RSASSA-PKCS1-v1_5" : java[2] === "ECDSA" ? "ECDSA" : "RSA-PSS", java[1]);
    if (xml) return made(xml[1] === "rsa" ? "RSASSA-PKCS1-v1_5" : "ECDSA", xml[2]);
    if (pss) return made("RSA-PSS", pss[1]);
    throw fault("unknownAlgorithm");
  };
  const made = (name, bits) => ({name, hash: "SHA-" + bits});

  /** r and s side by side, as the browser wants them. */
  const plain = (value, size) => {
    const raw = new Uint8Array(2 * size);
    inside(read(value)).slice(0, 2).forEach(({content}, number) => {
      const digits = content[0] === 0 ? content.subarray(1) : content;
      if (digits.length > size) throw new Error("DER");
      raw.set(digits, (number + 1) * size - digits.length);
    });
    return raw;
  };

  /** Whether a key made a value over some bytes. */
  const verifies = async (how, certificate, value, signed, isDer) => {
    const {key} = certificate;
    const parameters = {...how, namedCurve: key.curve};
    if (!KEYS[how.name].includes(key.type)) throw fault("wrongKey");
    if (how.name === "ECDSA" && !key.curve) throw fault("unknownAlgorithm");
    const imported = await crypto.subtle.importKey("spki", key.bytes, parameters, false, ["verify"])
      .catch(() => Promise.reject(fault("unknownAlgorithm")));
    try {
      const raw = how.name === "ECDSA" && isDer ? plain(value, SIZES[key.curve]) : value;
      for (const saltLength of salts(how, imported)) {
        if (await crypto.subtle.verify({...parameters, saltLength}, imported, raw, signed)) return true;
      }
      return false;
    } catch {
      return false;
    }
  };

  /** RSA-PSS does not say in its name how long its salt is: as long as the digest, or as the key allows. */
  const salts = (how, {algorithm: {modulusLength}}) => {
    if (how.name !== "RSA-PSS") return [0];
    const digestLength = Number(how.hash.slice(4)) / 8;
    return [...new Set([digestLength, Math.ceil((modulusLength - 1) / 8) - digestLength - 2, 32, 20, 0])];
  };

  const parse = (content) => {
    const source = new TextDecoder("utf-8", {fatal: true}).decode(content);
    if (source.includes("<!")) throw new Error("XML");
    const {documentElement: root} = new DOMParser().parseFromString(source, "application/xml");
    if (root.getElementsByTagName("parsererror").length || root.localName === "parsererror") throw new Error("XML");
    return root;
  };
  const all = (root, name, space = "*") => [...root.getElementsByTagNameNS(space, name)];
  const named = (reference) => ({
    hash: HASHES[all(reference, "DigestMethod", DSIG)[0]?.getAttribute("Algorithm")],
    value: verifying.hex(bytes(all(reference, "DigestValue", DSIG)[0].textContent)),
  });

  /** A file that is named twice would be two things at once. */
  const add = (digests, name, digest) => {
    if (digests.has(name)) throw fault("unreadable");
    digests.set(name, digest);
  };

  /** XAdES: the signed bytes name every file, and the properties with the certificate. */
  const xades = async (proof, certificate) => {
    const info = parse(bytes(proof.signed));
    if (info.localName !== "SignedInfo") throw new Error("XML");
    const digests = new Map();
    let properties;
    for (const reference of all(info, "Reference", DSIG)) {
      const address = reference.getAttribute("URI");
      const {hash, value} = named(reference);
      if (address?.startsWith("#")) {
        if (reference.getAttribute("Type") !== "http://uri.etsi.org/01903#SignedProperties") continue;
        if (!hash || (await digest(hash, bytes(proof.statement))) !== value) throw fault("wrongProperties");
        properties = parse(bytes(proof.statement));
        const isThat = properties.localName === "SignedProperties" && properties.getAttribute("Id") === address.slice(1);
        if (!isThat) throw fault("wrongProperties");
      } else if (address) {
        const plainly = all(reference, "Transform", DSIG).length === 0;
        add(digests, decodeURIComponent(address), {hash: plainly ? hash : undefined, value});
      }
    }
    const certified = properties && all(properties, "CertDigest")[0];
    if (!certified) throw fault("wrongProperties");
    const {hash, value} = named(certified);
    return {
      how: algorithm(all(info, "SignatureMethod", DSIG)[0].getAttribute("Algorithm")), digests,
      isCertificate: hash !== undefined && (await digest(hash, certificate.bytes)) === value,
      time: all(properties, "SigningTime").map((element) => new Date(element.textContent))[0],
    };
  };

  /** CAdES: the signed attributes name the manifest and the certificate, the manifest every file. */
  const cades = async (proof, certificate) => {
    const found = {};
    for (const attribute of inside(read(bytes(proof.signed)))) {
      const [type, values] = inside(attribute);
      const name = ATTRIBUTES[objectId(type)];
      if (name) found[name] = inside(values)[0];
    }
    if (!found.digest || !found.certificate) throw fault("wrongProperties");
    const hash = HASH_OF_LENGTH[found.digest.content.length];
    const manifest = bytes(proof.statement);
    if (!hash || (await digest(hash, manifest)) !== verifying.hex(found.digest.content)) throw fault("wrongManifest");
    const digests = new Map();
    for (const reference of all(parse(manifest), "DataObjectReference")) {
      add(digests, decodeURIComponent(reference.getAttribute("URI")), named(reference));
    }
    const fields = inside(inside(inside(found.certificate)[0])[0]);
    const other = fields[0].tag === 0x30 ? HASH_IDS[objectId(inside(fields.shift())[0])] : "SHA-256";
    return {
      how: algorithm(proof.algorithm), digests,
      isCertificate: other !== undefined && (await digest(other, certificate.bytes)) === verifying.hex(fields[0].content),
      time: found.time && time(found.time),
    };
  };

  /** From the signer up: each certificate with whether the next one issued it. */
  const chain = async (certificates) => {
    for (let i = 0; i < certificates.length; i++) {
      const issuer = certificates[i + 1] ?? (certificates[i].selfIssued ? certificates[i] : undefined);
      certificates[i].isIssued = issuer && certificates[i].algorithm
        ? await verifies(algorithm(certificates[i].algorithm), issuer, certificates[i].value, certificates[i].signed, true)
          .catch(({code}) => (code === "wrongKey" ? false : undefined))
        : undefined;
    }
    return certificates;
  };

  /**
   * What can be said of a signature. `fault` names what is wrong; `unable` why nothing can be said; `digests` the files.
   */
  verifying.signature = async (proof) => {
    const result = {file: proof.file, format: proof.format, digests: new Map(), chain: []};
    try {
      result.chain = await chain(proof.certificates.map(bytes).map(verifying.certificate));
      const [certificate] = result.chain;
      const {how, digests, isCertificate, time: claimed} = await (proof.format === "XAdES" ? xades : cades)(proof, certificate);
      Object.assign(result, {digests, claimed, how: [how.name, how.hash, certificate.key.curve].filter(Boolean).join(", ")});
      const isDer = proof.format === "CAdES";
      const holds = await verifies(how, certificate, bytes(proof.value), bytes(proof.signed), isDer)
        .catch((error) => {
          if (isCertificate) throw error;
          return false;
        });
      if (!isCertificate) throw fault("otherCertificate");
      if (!holds) throw fault("wrongValue");
      if (result.chain.some(({isIssued}) => isIssued === false)) throw fault("wrongChain");
      if (claimed && (claimed < certificate.from || claimed > certificate.until)) throw fault("expired");
    } catch (error) {
      if (error.code === "unknownAlgorithm") result.unable = error.code;
      else result.fault = error.code ?? "unreadable";
    }
    return result;
  };
})();
