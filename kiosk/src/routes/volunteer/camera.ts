/** Why there is no camera: the address is no secure one, nobody allowed it, or there is none. */
export type CameraTrouble = 'not-secure' | 'denied' | 'none';

export interface Watching {
  readonly oncode: (code: string) => void;
  readonly ontrouble: (trouble: CameraTrouble) => void;
}

/** Milliseconds between two looks: quick for a hand, slow enough for an old phone. */
const lookEvery = 150;

/** Reads a QR code off one picture of the video; undefined when there is none in it. */
type Look = (video: HTMLVideoElement) => Promise<string | undefined>;

/** Opens the camera at the back and looks until a code is read or the returned function is called. */
export function openCamera(video: HTMLVideoElement, { oncode, ontrouble }: Watching): () => void {
  let closed = false;
  let stream: MediaStream | undefined;
  const close = (): void => {
    closed = true;
    stream?.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  };
  const watch = async (): Promise<void> => {
    if (!isSecureContext) return ontrouble('not-secure');
    const [opened, look] = await Promise.all([cameraStream(), bestLook().catch(() => undefined)]);
    if (typeof opened === 'string') return closed ? undefined : ontrouble(opened);
    stream = opened;
    if (closed || look === undefined) {
      const wanted = !closed;
      close();
      return wanted ? ontrouble('none') : undefined;
    }
    video.srcObject = stream;
    await video.play().catch(() => undefined);
    for (;;) {
      if (closed) return;
      const code = await look(video).catch(() => undefined);
      if (closed) return;
      if (code !== undefined && code !== '') {
        close();
        return oncode(code);
      }
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  };
  void watch();
  return close;
}

async function cameraStream(): Promise<MediaStream | CameraTrouble> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'none';
  }
}

/** The browser's own detector where it has one, else a library, fetched only now. */
async function bestLook(): Promise<Look> {
  const own = await ownDetector();
  if (own !== undefined) return async (video) => (await own.detect(video))[0]?.rawValue;
  const { default: jsQR } = await import('jsqr');
  const canvas = document.createElement('canvas');
  return async (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (width === 0 || context === null) return undefined;
    Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0);
    return jsQR(context.getImageData(0, 0, width, height).data, width, height)?.data;
  };
}

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

async function ownDetector(): Promise<Detector | undefined> {
  if (!('BarcodeDetector' in window)) return undefined;
  // Not in the browser's declared types yet: https://wicg.github.io/shape-detection-api/
  const Own = window.BarcodeDetector as {
    new (options: { formats: string[] }): Detector;
    getSupportedFormats(): Promise<string[]>;
  };
  const formats = await Own.getSupportedFormats().catch((): string[] => []);
  return formats.includes('qr_code') ? new Own({ formats: ['qr_code'] }) : undefined;
}
