import { department } from '../departments.ts';
import { screen } from '../devices.ts';
import { eastWing } from '../east-wing.ts';
import { openFront, opening, unit, type Piece } from '../pieces.ts';
import { box, corners } from '../plane.ts';
import { bedRoom, counter, room, staff } from '../rooms.ts';

/** The imaging department: the ground floor of the east wing. */
export function imaging(): readonly Piece[] {
  const name = { zh: '影像科候诊区', en: 'Imaging waiting area' };
  const ct = { key: 'imag-ct', hospital: { room: 'imag-ct', doorNumber: '1-51' } };
  return [
    unit({
      key: 'hall-e',
      category: 'waitingroom',
      name,
      outer: corners(box(81, 40, 88, 51)),
      hospital: { area: 'imaging-1f' },
    }),
    opening(
      'hall-e-east',
      [
        [88, 42.5],
        [88, 46.5],
      ],
      openFront(4),
    ),
    ...eastWing(
      {
        west: [counter({ zh: '影像登记处', en: 'Imaging reception', width: 2 }), room('彩超一室', 'Ultrasound 1')],
        east: [
          bedRoom('CT 1 室', 'CT room 1', {
            ...ct,
            weight: 1.3,
            aliases: { zh: '计算机断层扫描', en: 'Computed tomography' },
          }),
          bedRoom('CT 2 室', 'CT room 2', { weight: 1.3 }),
          bedRoom('DR 1 室', 'X-ray room 1'),
          staff('影像控制室', 'Imaging control', { weight: 0.6 }),
        ],
        turned: {
          south: [
            room('彩超二室', 'Ultrasound 2'),
            room('彩超三室', 'Ultrasound 3'),
            bedRoom('钼靶室', 'Mammography'),
            staff('影像诊断室', 'Image reading'),
            staff('影像库房', 'Imaging store', { category: 'storage', weight: 0.6 }),
          ],
          north: [
            bedRoom('MRI 1 室', 'MRI room 1', {
              weight: 1.4,
              aliases: { zh: '核磁共振 1 室', en: 'Magnetic resonance 1' },
            }),
            bedRoom('MRI 2 室', 'MRI room 2', {
              weight: 1.4,
              aliases: { zh: '核磁共振 2 室', en: 'Magnetic resonance 2' },
            }),
            room('影像更衣室', 'Changing room, imaging', { weight: 0.7 }),
            staff('磁共振设备间', 'MRI equipment', { weight: 0.8 }),
          ],
          corner: bedRoom('DR 2 室', 'X-ray room 2'),
        },
      },
      51,
    ),
    opening(
      'corridor-e-exit',
      [
        [64, 67.7],
        [64, 69.1],
      ],
      { category: 'emergencyexit', width: 1.4, material: 'metal' },
    ),
    screen({ id: 'S-imag', name: { zh: '影像叫号屏', en: 'Imaging screen' }, at: [81, 46], heading: 270, distance: 3 }),
    department({
      zh: '影像检查',
      en: 'Imaging',
      category: 'radiology',
      unit: 'imag-ct',
      codes: ['IMAG'],
      hours: '24/7',
    }),
  ];
}
