import type { Words } from '@lobby/hub/contract';

/** A practitioner as patients say it: 李文医生, Dr Li Wen. */
export function doctor(practitioner: Words): Words {
  return {
    zh: practitioner.zh === '' ? '' : `${practitioner.zh}医生`,
    en: practitioner.en === '' ? '' : `Dr ${practitioner.en}`,
  };
}
