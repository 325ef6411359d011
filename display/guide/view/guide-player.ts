import type { GuidePlan } from '@lobby/hub/contract';
import type { FloorMesh } from '@lobby/maps/mesh/floor-mesh.ts';
import type { Picture } from '../walk/frame-spots.ts';
import { sceneOfWalk } from '../walk/scene-of-walk.ts';
import { momentOf, secondsOf, stepStays, stillsOf, type Moment } from '../walk/timeline.ts';
import type { Walk } from '../walk/walk.ts';
import { FrameClock } from './frame-clock.ts';
import { GuideView, type DrawnSoFar, type GuideScene, type HeldByThree, type ViewSize } from './guide-view.ts';
import type { GuideTheme } from './theme.ts';

/** What stands on the canvas now; `moment` is null when it is no picture of the walk. */
export interface Painted {
  readonly plan: GuidePlan;
  readonly walk: Walk | null;
  readonly scene: GuideScene;
  readonly moment: Moment | null;
}

export interface PlayerOptions {
  readonly canvas: HTMLCanvasElement;
  readonly theme: GuideTheme;
  readonly isSmooth: boolean;
  /** The reader does not want movement: the picture jumps from step to step. */
  readonly isStill: boolean;
  readonly onPainted: (painted: Painted) => void;
  /** Fewer than ten pictures a second, a shader that this card refuses, or graphics that are gone for good. */
  readonly onTooSlow: () => void;
}

/** A graphics card that is lost for so long does not come back. Milliseconds. */
const lostFor = 5_000;

/**
 * Leads the eye through a walk: draws while something moves and never else, and not while the tab is hidden or the graphics
 * are lost. Whoever makes one ends it; its canvas is used up then.
 */
export class GuidePlayer {
  readonly #view: GuideView;
  readonly #options: PlayerOptions;
  readonly #clock: FrameClock;
  #plan: GuidePlan | null = null;
  #walk: Walk | null = null;
  #seconds = 0;
  /** Which of the walk's stills stands, where nothing moves; null: none of them. */
  #still: number | null = null;
  #scene: GuideScene | null = null;
  #picture: Picture = { aspect: 1, margin: 0.14 };
  /** The walk is to move; it does while somebody can see it. */
  #isPlaying = false;
  #isLost = false;
  #isDue = false;
  #stillTimer: ReturnType<typeof setTimeout> | undefined;
  #lostTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PlayerOptions) {
    this.#options = options;
    const { canvas, theme, isSmooth, onTooSlow } = options;
    this.#view = new GuideView(canvas, theme, { isSmooth, onBroken: onTooSlow });
    this.#clock = new FrameClock((passed) => this.#advance(passed), onTooSlow);
    canvas.addEventListener('webglcontextlost', this.#onLost);
    canvas.addEventListener('webglcontextrestored', this.#onRestored);
    document.addEventListener('visibilitychange', this.#onSeenOrHidden);
  }

  get drawn(): DrawnSoFar {
    return this.#view.drawn;
  }

  get held(): HeldByThree {
    return this.#view.held;
  }

  build(plan: GuidePlan, meshes: ReadonlyMap<string, FloorMesh>): void {
    this.#plan = plan;
    this.#view.build(plan, meshes);
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
    this.#walk = walk;
    this.#view.setWalk(walk, litUnits);
    this.seek(0);
  }

  play(): void {
    if (this.#walk === null) return;
    if (momentOf(this.#walk, this.#seconds).isOver) this.#seconds = 0;
    this.#still = null;
    this.#scene = null;
    this.#isPlaying = true;
    this.#goOn();
  }

  /** Stands still at a second of the walk. */
  seek(seconds: number): void {
    this.#pause();
    this.#seconds = seconds;
    this.#still = null;
    this.#scene = null;
    this.#redraw();
  }

  /** Stands still on a picture that is not of the walk: a floor by hand, the whole building. */
  show(scene: GuideScene): void {
    this.#pause();
    this.#scene = scene;
    this.#redraw();
  }

  end(): void {
    this.#pause();
    clearTimeout(this.#lostTimer);
    this.#plan = null;
    const { canvas } = this.#options;
    canvas.removeEventListener('webglcontextlost', this.#onLost);
    canvas.removeEventListener('webglcontextrestored', this.#onRestored);
    document.removeEventListener('visibilitychange', this.#onSeenOrHidden);
    this.#view.dispose();
  }

  #pause(): void {
    this.#isPlaying = false;
    this.#rest();
  }

  #rest(): void {
    this.#clock.stop();
    clearTimeout(this.#stillTimer);
  }

  /** Nobody would see what is drawn. */
  get #isAway(): boolean {
    return this.#isLost || document.hidden;
  }

  /** Moves from where it stands, if it is to move and is seen. */
  #goOn(): void {
    this.#rest();
    if (!this.#isPlaying || this.#isAway || this.#walk === null) return;
    if (this.#options.isStill) this.#playStills(this.#walk, this.#still ?? 0);
    else this.#clock.start();
  }

  #advance(passed: number): void {
    if (this.#walk === null) return;
    this.#seconds = Math.min(this.#seconds + passed, secondsOf(this.#walk));
    if (momentOf(this.#walk, this.#seconds).isOver) this.#pause();
    this.#draw();
  }

  #playStills(walk: Walk, index: number): void {
    const stills = stillsOf(walk);
    this.#still = index;
    this.#seconds = stills[index]?.seconds ?? secondsOf(walk);
    this.#redraw();
    if (index >= stills.length - 1) return this.#pause();
    this.#stillTimer = setTimeout(() => this.#playStills(walk, index + 1), stepStays);
  }

  /** Draws once, when all that has changed now has been said. */
  #redraw(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => this.#draw());
  }

  #draw(): void {
    this.#isDue = false;
    const [plan, walk] = [this.#plan, this.#walk];
    if (plan === null || this.#isAway) return;
    const scene = this.#scene ?? this.#sceneOfWalk(plan);
    if (scene === null) return;
    this.#view.draw(scene);
    const moment = this.#scene === null && walk !== null ? this.#momentOf(walk) : null;
    this.#options.onPainted({ plan, walk, scene, moment });
  }

  #momentOf(walk: Walk): Moment {
    const moment = momentOf(walk, this.#seconds);
    const still = this.#still === null ? undefined : stillsOf(walk)[this.#still];
    return still === undefined ? moment : { ...moment, step: still.step };
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
    this.#isLost = true;
    this.#rest();
    this.#lostTimer = setTimeout(this.#options.onTooSlow, lostFor);
  };

  readonly #onRestored = (): void => {
    clearTimeout(this.#lostTimer);
    this.#isLost = false;
    this.#redraw();
    this.#goOn();
  };

  readonly #onSeenOrHidden = (): void => {
    this.#redraw();
    this.#goOn();
  };
}
