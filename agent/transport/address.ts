/** Where a device hangs. */
export type DeviceAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'serial'; readonly path: string; readonly baud: number | null };

export type AddressReading =
  { readonly ok: true; readonly address: DeviceAddress } | { readonly ok: false; readonly why: string };

function refuse(text: string): AddressReading {
  return { ok: false, why: `"${text}" is not tcp://HOST:PORT or serial:///dev/tty…` };
}

function readTcp(text: string): AddressReading {
  const [, host, digits] = /^tcp:\/\/(\[[0-9a-fA-F:.%\w]+\]|[^\s/:[\]]+):(\d{1,5})\/?$/.exec(text) ?? [];
  const port = Number(digits);
  if (host === undefined || !(port >= 1 && port <= 65_535)) return refuse(text);
  return { ok: true, address: { kind: 'tcp', host: host.replace(/^\[|\]$/g, ''), port } };
}

function readSerial(text: string): AddressReading {
  const [, path, digits] = /^serial:\/\/([^\s?]+)(?:\?baud=(\d{1,7}))?$/.exec(text) ?? [];
  const baud = digits === undefined ? null : Number(digits);
  if (path === undefined || baud === 0) return refuse(text);
  // Windows names its ports without a slash: serial:///COM3 means COM3.
  return { ok: true, address: { kind: 'serial', path: path.replace(/^\/(?=COM\d+$)/i, ''), baud } };
}

/** Reads `tcp://HOST:PORT` and `serial:///dev/tty…?baud=N`. */
export function readAddress(text: string): AddressReading {
  if (text.startsWith('tcp://')) return readTcp(text);
  if (text.startsWith('serial://')) return readSerial(text);
  return refuse(text);
}
