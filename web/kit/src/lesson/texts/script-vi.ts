import type { TeamSum } from '@thiso/contracts/vocab'

/** What a host says depends on how the lesson stands. */
export interface ScriptValues {
  /** Where phones come in, as people read it. */
  address: string
  pin: string
  count: number
  /** One device a team: those who play are teams. */
  areTeams: boolean
  sum: TeamSum
  talkS: number
  place: number
  total: number
  section: string
  rightCount: number
  answeredCount: number
  /** bell: on the floor; fell at this place; came back after it. */
  onCount: number
  outCount: number
  backCount: number
  /** bell: the one who is left. */
  last: { seat: number; name: string }
  /** own pace: through with all. */
  doneCount: number
}

const who = ({ areTeams }: ScriptValues) => (areTeams ? 'đội' : 'bạn')

/** What a host says, line by line, in the words of a host. */
export const scriptVi = {
  lobby: (v: ScriptValues) => [
    `Chào cả lớp. ${v.areTeams ? 'Mỗi đội mở một máy' : 'Các bạn mở điện thoại'}, quét mã QR trên màn hình, hoặc vào ${v.address} và gõ mã ${v.pin}.`,
    `Ai thấy tên ${v.areTeams ? 'đội ' : ''}mình trên màn hình là đã vào được. Hiện có ${v.count} ${who(v)}.`,
  ],
  lobbyBell: (v: ScriptValues) => [
    `Chào mừng các bạn đến với Rung chuông vàng. Các bạn quét mã QR hoặc gõ mã ${v.pin} để nhận số ghế.`,
    'Luật chơi: trả lời sai, hoặc hết giờ mà chưa trả lời, thì rời sàn. Người cuối cùng trên sàn được rung chuông vàng.',
    'Ai rời sàn cứ giữ điện thoại: sẽ có vòng cứu trợ.',
    `Hiện có ${v.count} bạn. Khi sàn đã ổn định, tôi bắt đầu.`,
  ],
  lobbyTeams: (v: ScriptValues) => [
    `Mỗi đội chơi trên điện thoại của từng bạn. ${
      v.sum === 'mean'
        ? 'Điểm của đội là điểm trung bình của các bạn trong đội, nên đội đông không được lợi.'
        : 'Điểm của đội là tổng điểm của các bạn trong đội.'
    }`,
  ],
  lobbyTeamDevice: (v: ScriptValues) => [
    `Mỗi đội một máy. Sau mỗi câu hỏi các đội có ${v.talkS} giây để bàn, rồi mới được trả lời.`,
  ],
  section: (v: ScriptValues) => [`Ta bước vào phần “${v.section}”.`],
  lead: (v: ScriptValues) => [
    `Câu ${v.place} trong ${v.total} câu. Tôi đọc câu hỏi, các bạn nhìn màn hình.`,
    'Chưa trả lời được ngay: máy mở cùng một lúc cho tất cả.',
  ],
  leadTalk: (v: ScriptValues) => [
    `Câu ${v.place} trong ${v.total} câu. Các đội bàn với nhau, rồi một người chọn thay cả đội.`,
  ],
  running: (v: ScriptValues) => [`Thời gian đang chạy. Các ${who(v)} đọc kỹ rồi chọn; đã chọn thì không đổi được.`],
  runningBell: (v: ScriptValues) => [`Thời gian đang chạy. Trên sàn còn ${v.onCount} bạn.`],
  runningUnscored: (v: ScriptValues) => [
    `Câu này không tính điểm và không có đáp án đúng sai. Các ${who(v)} trả lời thật lòng.`,
  ],
  paused: () => ['Ta dừng một chút. Đồng hồ đã đứng, không ai mất giây nào.'],
  outage: () => [
    'Máy chủ vừa mất kết nối. Các bạn giữ nguyên điện thoại, đồng hồ đã đứng lại và câu trả lời đã gửi vẫn còn.',
  ],
  locked: () => ['Hết giờ trả lời. Mời các bạn nhìn lên màn hình.'],
  lockedBell: () => ['Hết giờ. Mời các bạn trên sàn nhìn lên màn hình. Ai còn ở lại?'],
  revealed: (v: ScriptValues) => [
    `${v.rightCount} trong ${v.answeredCount} ${who(v)} đã trả lời đúng câu này.`,
    `Tôi đọc lời giải, rồi hỏi một ${who(v)}: vì sao?`,
  ],
  revealedFew: (v: ScriptValues) => [
    `Câu này khó: ${v.rightCount} trong ${v.answeredCount} ${who(v)} đúng. Ta dừng lại ở lời giải lâu hơn một chút.`,
  ],
  revealedNobody: () => ['Chưa ai trả lời câu này. Ta cùng đọc lời giải.'],
  revealedUnscored: (v: ScriptValues) => [
    `Đây là ý kiến của cả lớp. ${v.areTeams ? 'Đội' : 'Bạn'} nào muốn nói thêm về lựa chọn của mình?`,
  ],
  revealedBell: (v: ScriptValues) => [
    v.outCount === 0
      ? `Sau câu này không ai rời sàn: cả ${v.onCount} bạn ở lại.`
      : `Sau câu này, ${v.outCount} bạn rời sàn và ${v.onCount} bạn ở lại. Xin một tràng pháo tay cho các bạn rời sàn.`,
  ],
  rescued: (v: ScriptValues) => [
    `Cứu trợ thành công: ${v.backCount} bạn trở lại sàn. Trên sàn bây giờ có ${v.onCount} bạn.`,
    'Mời các bạn về đúng ghế của mình. Các bạn chơi tiếp từ câu sau.',
  ],
  skipped: () => ['Câu này được bỏ: không tính cho ai.'],
  board: () => ['Đây là bảng điểm. Số câu đúng và điểm ghi riêng; bằng nhau thì đồng hạng.'],
  boardBell: (v: ScriptValues) => [`Trên sàn còn ${v.onCount} bạn.`],
  rescue: (v: ScriptValues) => [
    `Sàn chỉ còn ${v.onCount} bạn. Đã đến lúc cứu trợ: mời thầy cô hoặc khán giả tham gia, rồi gọi các bạn trở lại sàn.`,
  ],
  lastOne: (v: ScriptValues) => [
    `Trên sàn chỉ còn một bạn: ghế ${v.last.seat}, ${v.last.name}. Mời bạn lên rung chuông vàng, hoặc trả lời thêm một câu.`,
  ],
  nobody: () => ['Không còn ai trên sàn. Các bạn cùng rời sàn ở câu vừa rồi có thể được gọi trở lại.'],
  podium: () => [
    'Và bây giờ là bục vinh danh. Hạng ba… hạng nhì… và hạng nhất.',
    'Mời các bạn xem trên điện thoại những phần mình nên ôn lại.',
  ],
  ended: () => ['Buổi chơi đã kết thúc. Cảm ơn cả lớp.'],
  own: (v: ScriptValues) => [
    'Mỗi bạn làm theo nhịp của mình, đến hết giờ thì thôi. Đáp án hiện sau khi kết thúc.',
    `Có ${v.doneCount} trong ${v.count} bạn đã làm xong.`,
  ],
  ownLocked: () => ['Đã ngừng nhận bài. Đáp án mở trong giây lát.'],
  ownOver: (v: ScriptValues) => [
    `Đã hết giờ làm bài: ${v.doneCount} trong ${v.count} bạn đã làm xong.`,
    'Mời các bạn nhìn lên màn hình: ta lên bục vinh danh, rồi xem lại từng câu.',
  ],
}
