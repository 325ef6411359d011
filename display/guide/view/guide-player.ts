import type { GuidePlan } from '@lobby/hub/contract';
import type { FloorMesh } from '@lobby/maps/mesh/floor-mesh.ts';
import type { Picture } from '../walk/frame-spots.ts';
import { sceneOfWalk } from '../walk/scene-of-walk.ts';
import { momentOf, secondsOf, stillsOf, type Moment } from '../walk/timeline.ts';
import type { Walk } from '../walk/walk.ts';
import { FrameClock } from './frame-clock.ts';
import { GuideView, type DrawnSoFar, type GuideScene, type ViewSize } from './guide-view.ts';
import type { GuideTheme } from './theme.ts';

/** What stands on the canvas now; `moment` is null when no walk is shown. */
export interface Painted {
  readonly scene: GuideScene;
  readonly moment: Moment | null;
}

export interface PlayerOptions {
  readonly canvas: HTMLCanvasElement;
  readonly theme: GuideTheme;
  readonly isSmooth: boolean;
  /** The reader does not want movement: the picture jumps from floor to floor. */
  readonly isStill: boolean;
  readonly onPainted: (painted: Painted) => void;
  /** Fewer than ten pictures a second, or the graphics card is gone for good. */
  readonly onTooSlow: () => void;
}

/** How long a still picture of a floor stands before the next. Milliseconds. */
const stillFor = 3_500;
/** A graphics card that is lost for so long does not come back. Milliseconds. */
const lostFor = 5_000;

/**
 * Leads the eye through a walk: draws while something moves and never else. Whoever makes one ends it.
 */
export class GuidePlayer {
  readonly #view: GuideView;
  readonly #options: PlayerOptions;
  readonly #clock: FrameClock;
  #plan: GuidePlan | null = null;
  #walk: Walk | null = null;
  #seconds = 0;
  #scene: GuideScene | null = null;
  #picture: Picture = { aspect: 1, margin: 0.14 };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#view = new GuideView(options.canvas, options.theme, { isSmooth: options.isSmooth });
    this.#clock = new FrameClock((passed) => this.#advance(passed), options.onTooSlow);
    options.canvas.addEventListener('webglcontextlost', this.#onLost);
    options.canvas.addEventListener('webglcontextrestored', this.#onRestored);
  }

  get drawn(): DrawnSoFar {
    return this.#view.drawn;
  }

  get isMoving(): boolean {
    return this.#clock.isRunning;
  }

  build(plan: GuidePlan, meshes: ReadonlyMap<string, FloorMesh>): void {
    this.#plan = plan;
    this.#view.build(plan, meshes);
    this.#view.setWalk(this.#walk, new Set());
    this.#redraw();
  }

  /** CSS pixels; `margin` and `above`: the shares of the sides that are kept free of what matters. */
  resize(size: ViewSize & Omit<Picture, 'aspect'>): void {
    const { width, height, margin, above = margin } = size;
    this.#picture = { aspect: width / Math.max(1, height), margin, above };
    this.#view.resize(size);
    this.#redraw();
  }

  /** The walk to be shown, from its beginning; it does not move yet. */
  setWalk(walk: Walk | null, litUnits: ReadonlySet<string>): void {
    this.pause();
    this.#walk = walk;
    this.#seconds = 0;
    this.#scene = null;
    this.#view.setWalk(walk, litUnits);
    if (walk !== null) this.#redraw();
  }

  play(): void {
    if (this.#walk === null) return;
    this.pause();
    if (momentOf(this.#walk, this.#seconds).isOver) this.#seconds = 0;
    if (this.#options.isStill) this.#playStills(this.#walk, 0);
    else this.#clock.start();
  }

  pause(): void {
    this.#clock.stop();
    clearTimeout(this.#timer);
  }

  /** Stands still at a second of the walk. */
  seek(seconds: number): void {
    this.pause();
    this.#seconds = seconds;
    this.#scene = null;
    this.#redraw();
  }

  /** Stands still on a picture that is not of the walk: a floor by hand, the whole building. */
  show(scene: GuideScene): void {
    this.pause();
    this.#scene = scene;
    this.#redraw();
  }

  end(): void {
    this.pause();
    const { canvas } = this.#options;
    canvas.removeEventListener('webglcontextlost', this.#onLost);
    canvas.removeEventListener('webglcontextrestored', this.#onRestored);
    this.#view.dispose();
  }

  #advance(passed: number): void {
    if (this.#walk === null) return;
    this.#scene = null;
    this.#seconds = Math.min(this.#seconds + passed, secondsOf(this.#walk));
    const isOver = momentOf(this.#walk, this.#seconds).isOver;
    if (isOver) this.#clock.stop();
    this.#redraw();
  }

  #playStills(walk: Walk, index: number): void {
    const second = stillsOf(walk)[index];
    if (second === undefined) return;
    this.#scene = null;
    this.#seconds = index === walk.legs.length - 1 ? secondsOf(walk) : second - 1e-3;
    this.#redraw();
    this.#timer = setTimeout(() => this.#playStills(walk, index + 1), stillFor);
  }

  #redraw(): void {
    const plan = this.#plan;
    const scene = this.#scene ?? (plan === null ? null : this.#sceneOfWalk(plan));
    if (scene === null) return;
    this.#view.draw(scene);
    const isWalk = this.#scene === null && this.#walk !== null;
    this.#options.onPainted({ scene, moment: isWalk && this.#walk ? momentOf(this.#walk, this.#seconds) : null });
  }

  #sceneOfWalk(plan: GuidePlan): GuideScene | null {
    if (this.#walk === null || this.#walk.legs.length === 0) return null;
    return sceneOfWalk({
      walk: this.#walk,
      plan,
      seconds: this.#seconds,
      picture: this.#picture,
      isMoving: this.#clock.isRunning,
    });
  }

  readonly #onLost = (event: Event): void => {
    // Without this the browser never gives the context back.
    event.preventDefault();
    this.pause();
    this.#timer = setTimeout(this.#options.onTooSlow, lostFor);
  };

  readonly #onRestored = (): void => {
    clearTimeout(this.#timer);
    this.#redraw();
    if (this.#walk !== null && this.#scene === null && !momentOf(this.#walk, this.#seconds).isOver) this.play();
  };
}
