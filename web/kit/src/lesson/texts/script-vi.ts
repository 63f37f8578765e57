/** What a host says, line by line, in the words of a host. */
export const scriptVi = {
  lobby: [
    'Chào cả lớp. Các bạn mở điện thoại, quét mã QR trên màn hình, hoặc vào {{url}} và gõ mã {{pin}}.',
    'Ai thấy tên mình trên màn hình là đã vào được. Hiện có {{count}} bạn.',
  ],
  lobbyBell: [
    'Chào mừng các bạn đến với Rung chuông vàng. Các bạn quét mã QR hoặc gõ mã {{pin}} để nhận số ghế.',
    'Luật chơi: trả lời sai, hoặc hết giờ mà chưa trả lời, thì rời sàn. Người cuối cùng trên sàn được rung chuông vàng.',
    'Ai rời sàn cứ giữ điện thoại: sẽ có vòng cứu trợ.',
    'Hiện có {{count}} bạn. Khi sàn đã ổn định, tôi bắt đầu.',
  ],
  lobbyTeams: ['Mỗi đội chơi trên điện thoại của từng bạn. {{sum}}'],
  lobbyTeamDevice: ['Mỗi đội một máy. Sau mỗi câu hỏi các bạn có {{talk}} giây để bàn, rồi mới được trả lời.'],
  mean: 'Điểm của đội là điểm trung bình của các bạn trong đội, nên đội đông không được lợi.',
  sum: 'Điểm của đội là tổng điểm của các bạn trong đội.',
  section: ['Ta bước vào phần “{{section}}”.'],
  lead: [
    'Câu {{place}} trong {{total}} câu. Tôi đọc câu hỏi, các bạn nhìn màn hình.',
    'Chưa trả lời được ngay: máy mở cùng một lúc cho tất cả.',
  ],
  leadTalk: ['Câu {{place}} trong {{total}} câu. Các đội bàn với nhau, rồi một bạn chọn.'],
  running: ['Thời gian đang chạy. Các bạn đọc kỹ rồi chọn; đã chọn thì không đổi được.'],
  runningBell: ['Thời gian đang chạy. Trên sàn còn {{on}} bạn.'],
  runningUnscored: ['Câu này không tính điểm và không có đáp án đúng sai. Các bạn trả lời thật lòng.'],
  paused: ['Ta dừng một chút. Đồng hồ đã đứng, không ai mất giây nào.'],
  outage: [
    'Máy chủ vừa mất kết nối. Các bạn giữ nguyên điện thoại, đồng hồ đã đứng lại và câu trả lời đã gửi vẫn còn.',
  ],
  locked: ['Hết giờ trả lời. Mời các bạn nhìn lên màn hình.'],
  lockedBell: ['Hết giờ. Mời các bạn trên sàn nhìn lên màn hình. Ai còn ở lại?'],
  revealed: ['{{right}} trong {{answered}} bạn đã trả lời đúng câu này.', 'Tôi đọc lời giải, rồi hỏi một bạn: vì sao?'],
  revealedFew: ['Câu này khó: {{right}} trong {{answered}} bạn đúng. Ta dừng lại ở lời giải lâu hơn một chút.'],
  revealedUnscored: ['Đây là ý kiến của cả lớp. Bạn nào muốn nói thêm về lựa chọn của mình?'],
  revealedBell: ['Sau câu này, {{out}} bạn rời sàn và {{on}} bạn ở lại. Xin một tràng pháo tay cho các bạn rời sàn.'],
  skipped: ['Câu này được bỏ: không tính cho ai.'],
  board: ['Đây là bảng điểm. Số câu đúng và điểm ghi riêng; bằng nhau thì đồng hạng.'],
  boardBell: ['Trên sàn còn {{on}} bạn.'],
  rescue: [
    'Sàn chỉ còn {{on}} bạn. Đã đến lúc cứu trợ: mời thầy cô hoặc khán giả tham gia, rồi gọi các bạn trở lại sàn.',
  ],
  lastOne: ['Trên sàn chỉ còn một bạn: {{name}}. Mời bạn trả lời câu tiếp theo, hoặc mời bạn lên rung chuông vàng.'],
  nobody: ['Không còn ai trên sàn. Các bạn cùng rời sàn ở câu vừa rồi có thể được gọi trở lại.'],
  podium: [
    'Và bây giờ là bục vinh danh. Hạng ba… hạng nhì… và hạng nhất.',
    'Mời các bạn xem trên điện thoại những phần mình nên ôn lại.',
  ],
  ended: ['Buổi chơi đã kết thúc. Cảm ơn cả lớp.'],
  own: [
    'Mỗi bạn làm theo nhịp của mình, đến hết giờ thì thôi. Đáp án hiện sau khi kết thúc.',
    'Có {{done}} trong {{count}} bạn đã làm xong.',
  ],
}
