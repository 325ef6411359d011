import { askHub, type Asked } from '#lib/staff/ask-hub.ts';
import { WishKey } from '#lib/staff/wish-key.ts';
import { guideView, type GuideChange, type GuideView, type Words } from '@lobby/hub/contract';

/** What an operator's page knows of the map, and what it changes. */
export class MapState {
  view = $state.raw<GuideView>();
  trouble = $state.raw<Words>();
  busy = $state(false);
  readonly #key = new WishKey();

  async load(): Promise<void> {
    const asked = await askHub('/api/operator/guide');
    const view = guideView.safeParse(asked.ok ? asked.reply['guide'] : undefined);
    if (view.success) this.view = view.data;
    this.trouble = asked.ok ? undefined : asked.message;
  }

  /** Whether it was done. */
  async change(what: 'make' | 'take-back', change: GuideChange): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const wish = { do: what, change };
    const asked: Asked = await askHub('/api/operator/guide/changes', { key: this.#key.of(wish), ...wish });
    if (asked.ok || asked.reason !== 'unreachable') this.#key.answered();
    if (asked.ok) await this.load();
    this.trouble = asked.ok ? undefined : asked.message;
    this.busy = false;
    return asked.ok;
  }
}
