import type { Words } from '@lobby/hub/contract';

interface Refusal {
  readonly status: number;
  readonly message: Words;
}

const refused = (status: number, zh: string, en: string): Refusal => ({ status, message: { zh, en } });

/** Every reason for which the hub says no over HTTP: its status and one sentence of what to do. */
export const refusals = {
  // The request itself.
  'bad-shape': refused(400, '请求的内容不对，没有执行。', 'The request is not in the expected form; nothing was done.'),
  'too-large': refused(413, '请求太大，没有执行。', 'The request is too large; nothing was done.'),
  'key-reused': refused(
    409,
    '这个编号已经用于别的操作，没有执行。',
    'This key was used for something else before; nothing was done.',
  ),
  'wrong-origin': refused(403, '请求来自别的网页，没有执行。', 'The request came from another page; nothing was done.'),
  'not-found': refused(404, '没有这个地址。', 'There is nothing at this address.'),
  'method-not-allowed': refused(405, '这个地址不支持该操作。', 'This address does not take that kind of request.'),
  internal: refused(500, '系统出错了，请把编号告诉工作人员。', 'Something went wrong; please tell staff the number.'),
  'no-voice': refused(503, '现在没有声音。', 'Nothing can be spoken now.'),
  'hub-away': refused(503, '系统正在启动或停止，请稍候。', 'The hub is starting or stopping; please wait a moment.'),
  'too-many-streams': refused(
    503,
    '现在看的人太多，请过一会儿再刷新。',
    'Too many are watching now; please load the page again in a while.',
  ),
  // Who asks.
  'terminal-unknown': refused(401, '这台终端还没有注册。', 'This terminal is not enrolled.'),
  'screen-unknown': refused(401, '这块屏幕还没有注册。', 'This screen is not enrolled.'),
  'desk-unknown': refused(403, '这台电脑还没有注册为诊台。', 'This computer is not enrolled as a desk.'),
  'desk-not-enrolled': refused(403, '这台电脑还没有注册为诊台。', 'This computer is not enrolled as a desk.'),
  'not-logged-in': refused(401, '请先登录。', 'Please log in first.'),
  'operator-unknown': refused(401, '需要管理员令牌。', 'This needs the operator token.'),
  'pieces-missing': refused(
    409,
    '数据没有全部传到，没有载入。',
    'Some of the data did not arrive; nothing was loaded.',
  ),
  'loads-unsupported': refused(409, '这个医院系统不从文件载入数据。', 'This hospital system takes no data from files.'),
  'policy-wrong': refused(400, '规则写得不对，没有试算。', 'The policy is not right; no day was played.'),
  'play-busy': refused(409, '正在试算另一天，请稍候。', 'Another day is being played; please wait a moment.'),
  'play-too-long': refused(503, '试算时间太长，已停止。', 'The day took too long to play and was given up.'),
  'nobody-came-today': refused(
    409,
    '今天还没有人签到，请选一个示例。',
    'Nobody has checked in today; choose an example day.',
  ),
  'device-unknown': refused(404, '配置里没有这台设备。', 'The site has no such device.'),
  'script-wrong': refused(400, '脚本写得不对，没有执行。', 'The script is not right; nothing was changed.'),
  'no-sandbox': refused(
    409,
    '这里接的是真实的医院系统，不能用脚本。',
    'A real hospital system stands here; it takes no script.',
  ),
  'wrong-number-or-password': refused(
    401,
    '工号或密码不对，请再试一次。',
    'Work number or password is wrong; please try again.',
  ),
  'new-password-needed': refused(
    403,
    '这是一次性密码，请先换成自己的密码。',
    'This is a one-time password; please choose your own first.',
  ),
  'password-short': refused(409, '新密码至少要 8 个字。', 'A new password needs 8 characters or more.'),
  'password-easy': refused(
    409,
    '这个密码太容易猜到，请换一个，比如几个词连起来。',
    'This password is too easy to guess; take several words, for example.',
  ),
  'password-same': refused(409, '新密码要和原来的不一样。', 'The new password must differ from the old one.'),
  'password-of-demo': refused(409, '演示账号的密码不能改。', 'The password of a demo account cannot be changed.'),
  'account-exists': refused(409, '这个工号已经有账号了。', 'This work number has an account already.'),
  'account-unknown': refused(404, '没有这个工号的账号。', 'There is no account with this work number.'),
  'demo-account': refused(
    409,
    '演示账号由配置决定，只能停用或解锁。',
    'Demo accounts come from the settings; they can only be disabled or unlocked.',
  ),
  'own-account': refused(409, '不能停用或改动自己的账号。', 'You cannot disable or demote your own account.'),
  'badge-invalid': refused(
    401,
    '这张志愿者证不能用，请到服务台换一张。',
    'This badge cannot be used; please ask for a new one at the service desk.',
  ),
  locked: refused(403, '错了太多次，请几分钟后再试。', 'Too many wrong tries; try again in a few minutes.'),
  'role-not-allowed': refused(403, '您的账号没有这项权限。', 'Your account may not do this.'),
  'code-unknown': refused(404, '没有这个注册码，请核对。', 'There is no such code; please check it.'),
  'code-used': refused(409, '这个注册码已经用过，请要一个新的。', 'This code has been used; ask for a new one.'),
  'code-expired': refused(409, '这个注册码已过期，请要一个新的。', 'This code has expired; ask for a new one.'),
  'code-for-another': refused(
    409,
    '这是别的设备的注册码，还可以用在那台设备上。',
    'This code is for another device, and still good there.',
  ),
  // A visit.
  'patient-unknown': refused(
    404,
    '没有找到这张证件的档案，请到服务台建档。',
    'No file for this card; please ask at the desk.',
  ),
  'name-differs': refused(
    409,
    '证件姓名与档案不一致，请到服务台。',
    'The name differs from the file; please ask at the desk.',
  ),
  'not-accepted': refused(
    409,
    '这台机器不能用这种证件，请换一种，或到服务台。',
    'This kind of credential is not taken here; please use another, or ask at the desk.',
  ),
  'ask-staff': refused(409, '有几份档案都对得上，请找工作人员。', 'Several files match: please ask staff.'),
  'second-factor-needed': refused(
    409,
    '还需要再核对一项信息，或请工作人员确认。',
    'One more thing is needed: something the file holds, or a staff member.',
  ),
  'not-matched': refused(
    404,
    '号码和信息对不上，请核对后再试。',
    'Number and details do not match; please check them.',
  ),
  'too-many-tries': refused(
    429,
    '试的次数太多了，请找工作人员，或过一会儿再试。',
    'Too many tries; please ask staff, or try again later.',
  ),
  'staff-not-recognised': refused(
    403,
    '没有认出工作人员，请再试一次。',
    'The staff member was not recognised; please try again.',
  ),
  'staff-locked': refused(
    403,
    '这个工号输错太多次，请几分钟后再试。',
    'Too many wrong passwords for this work number; try again in a few minutes.',
  ),
  'staff-not-allowed': refused(
    403,
    '这位工作人员不能确认身份，请找护士或窗口人员。',
    'This staff member may not vouch for patients; please ask a nurse or a window.',
  ),
  'wristband-unknown': refused(
    404,
    '没有找到这个腕带号，请核对。',
    'No inpatient wears this wristband number; please check it.',
  ),
  'not-offered': refused(
    409,
    '这里不能替住院病人办理，请到服务台。',
    'Nobody can act for an inpatient here; please ask at the desk.',
  ),
  'not-by-proxy': refused(
    409,
    '这一项不能由别人代办，请到服务台。',
    'Nobody else can do this for the patient; please ask at the desk.',
  ),
  'choice-unknown': refused(404, '没有这个选项，请重新选择。', 'There is no such choice; please choose again.'),
  'visit-ended': refused(
    409,
    '本次操作已结束，请重新放证件。',
    'This visit has ended; please lay down the card again.',
  ),
  'too-early': refused(409, '还没到签到时间。', 'Check-in is not open yet.'),
  'number-void': refused(
    409,
    '这个号过号次数太多，请到分诊台重新挂号。',
    'This number is no longer valid; please register again at the desk.',
  ),
  'too-late': refused(409, '签到时间已过，请到服务台。', 'Check-in has closed; please ask at the desk.'),
  'no-such-appointment': refused(404, '没有这个预约。', 'There is no such appointment.'),
  'not-here': refused(403, '这台机器不能为这个诊区签到。', 'This terminal does not check in for that area.'),
  'refused-by-hospital': refused(
    409,
    '医院系统没有接受，请到服务台。',
    'The hospital system said no; please ask at the desk.',
  ),
  'hospital-unavailable': refused(
    503,
    '医院系统暂时没有应答，请稍后再试。',
    'The hospital system does not answer; try again.',
  ),
  'outcome-unknown': refused(
    503,
    '还不知道是否成功，请稍后再试。',
    'It is not known yet whether it worked; try again.',
  ),
  'no-such-ticket': refused(404, '没有这张号票。', 'There is no such ticket.'),
  'desk-credential-unknown': refused(
    401,
    '没有这个凭证，或它不是这个诊台的。',
    'There is no such credential, or it is for another desk.',
  ),
  'not-given-there': refused(409, '这个队列不这样发号。', 'This queue gives no tickets on such an occasion.'),
  // A desk.
  'nobody-waits': refused(409, '现在没有人候诊。', 'Nobody is waiting.'),
  'not-your-ticket': refused(409, '这位患者不在本诊台就诊。', 'This patient is not at your desk.'),
  'already-done': refused(409, '这一步已经做过了。', 'This has been done already.'),
  stale: refused(409, '情况刚刚变了，没有执行。', 'Things have just changed; nothing was done.'),
  'already-called': refused(409, '这位患者刚被别的诊台叫走了。', 'Another desk has just called this patient.'),
  'needs-confirmation': refused(409, '请再确认一次。', 'Please confirm.'),
  'too-late-to-undo': refused(409, '只能在 30 秒内撤回呼叫。', 'A call can be undone within 30 seconds only.'),
  'call-unknown': refused(404, '没有这次呼叫。', 'There is no such call.'),
  'ticket-unknown': refused(404, '没有这个号。', 'There is no such ticket.'),
  'queue-unknown': refused(404, '没有这个队列。', 'There is no such queue.'),
  'session-closed': refused(409, '现在不在取号时间内。', 'No numbers are given at this hour.'),
  'called-a-moment-ago': refused(409, '刚刚叫过，请稍等再叫。', 'It was called a moment ago; please wait.'),
  mirrored: refused(409, '这个诊区的队列由医院系统管理。', 'The hospital system keeps this queue.'),
  paused: refused(409, '诊台已暂停。', 'The desk is paused.'),
  'room-full': refused(409, '诊室门口已经坐满。', 'The places before the room are taken.'),
  'class-unknown': refused(409, '没有这种优先类别。', 'There is no such priority class.'),
  'desk-stopped': refused(409, '这个诊台已停诊。', 'This desk has stopped for now.'),
  'reason-unknown': refused(409, '请从列表里选一个原因。', 'Please choose a reason from the list.'),
  // Help on the floor.
  'taken-by-other': refused(409, '已经有人去了。', 'Somebody else has gone there.'),
  over: refused(409, '这次求助已经结束。', 'This request for help is over.'),
  'not-yours': refused(409, '这次求助不在您手上。', 'This request for help is not yours.'),
  'no-such-request': refused(404, '没有这次求助。', 'There is no such request for help.'),
  'not-a-slip': refused(409, '这不是本院号票上的码。', 'This is not the code of a ticket of this hospital.'),
  'other-day': refused(409, '这张号票不是今天的。', 'This ticket is not of today.'),
  'too-many-scans': refused(429, '扫得太快了，请过一分钟再扫。', 'Too many scans; please wait a minute.'),
  // Another system that speaks for a queue, and areas.
  'mirror-unknown': refused(
    401,
    '没有这个凭据，或者已经收回。请向运维要一个。',
    'There is no such credential, or it was withdrawn; ask an operator for one.',
  ),
  'mirror-queue-unknown': refused(
    404,
    '没有这个队列，或者不在这个凭据的诊区。',
    'There is no such queue for this credential.',
  ),
  'mirror-not-your-area': refused(403, '这个凭据不能写这个诊区。', 'This credential may not write to that area.'),
  'mirror-without-time': refused(
    400,
    '没有说是什么时候的：请给 occurredAt 或 revision。',
    'It does not say when it was so: give occurredAt or revision.',
  ),
  'area-unknown': refused(404, '没有这个诊区。', 'There is no such area.'),
  'area-switched-meanwhile': refused(
    409,
    '刚才有别人切换了这个诊区，请看清现在的情况再决定。',
    'Somebody else has just switched this area; please look at how it is now.',
  ),
  'source-reserved': refused(
    409,
    '这个名字是系统自己用的，请换一个。',
    'This name is taken by the house; choose another.',
  ),
  // The way there.
  'no-venue': refused(409, '这里还没有导航地图。', 'There is no map of this hospital yet.'),
  'no-such-plan': refused(404, '地图已经更新，请重新打开。', 'The map has changed; please open it again.'),
  'from-unknown': refused(404, '没有找到出发的地方。', 'The place to start from is not on the map.'),
  'to-unknown': refused(404, '没有找到要去的地方。', 'The place to go to is not on the map.'),
  'same-place': refused(409, '您已经在这里了。', 'You are there already.'),
  restricted: refused(409, '那里只有工作人员能去，请问服务台。', 'Only staff may go there; please ask at the desk.'),
  island: refused(409, '地图上没有通到那里的路，请问工作人员。', 'The map knows no way there; please ask staff.'),
  closed: refused(409, '去那里的路现在关闭了，请问工作人员。', 'The way there is closed now; please ask staff.'),
  profile: refused(
    409,
    '没有这样走的路线，请换一种走法，或请工作人员陪同。',
    'There is no such way; please choose another, or ask staff to come along.',
  ),
  'link-forged': refused(403, '这个二维码不是本院的。', 'This code was not made by this hospital.'),
  'too-many-ways': refused(429, '问得太快了，请过一分钟再试。', 'Too many questions; please wait a minute.'),
  'feature-unknown': refused(404, '现在的地图上没有这个地方。', 'The present map has no such thing.'),
  'cannot-move': refused(409, '不能搬到那里。', 'It cannot be moved there.'),
  'venue-pieces-missing': refused(
    409,
    '文件没有传完，没有发布。请再传一次。',
    'The file did not arrive whole; nothing was published. Please send it again.',
  ),
  'venue-unusable': refused(409, '这份地图不能用，没有发布。', 'This map cannot be used; it was not published.'),
  'venue-device-missing': refused(
    409,
    '地图上缺少自助机或屏幕，没有发布。',
    'The map lacks a terminal or screen; it was not published.',
  ),
  'venue-device-heading': refused(
    409,
    '地图没有说自助机或屏幕的朝向，没有发布。',
    'The map does not say where a reader looks; it was not published.',
  ),
  // A call.
  'no-such-call': refused(404, '没有这次呼叫。', 'There is no such call.'),
  'no-such-picture': refused(404, '没有这张图片。', 'There is no such picture.'),
} as const satisfies Record<string, Refusal>;

export type RefusalReason = keyof typeof refusals;
