/** The part of a page's URL that makes addresses of blobs. */
type BlobAddresses = Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;

/** Remembers each address of a blob that the page makes from now on. Returns the way to revoke all that are left. */
export function rememberBlobs(addresses: BlobAddresses): () => void {
  const make = addresses.createObjectURL.bind(addresses);
  const revoke = addresses.revokeObjectURL.bind(addresses);
  const open = new Set<string>();
  addresses.createObjectURL = (blob) => {
    const address = make(blob);
    open.add(address);
    return address;
  };
  addresses.revokeObjectURL = (address) => {
    open.delete(address);
    revoke(address);
  };
  return () => {
    open.forEach(revoke);
    open.clear();
  };
}
