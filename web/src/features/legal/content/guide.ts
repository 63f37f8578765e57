import type { Content } from './chapter'

export const guide: Content = {
  vi: [
    {
      title: 'Luyện tập trước khi thi',
      points: [
        'Mở trang Luyện tập, chọn chủ đề hoặc luyện tổng hợp. Trả lời xong mỗi câu là thấy đáp án, lời giải thích và nguồn.',
        'Câu sai quay lại sau ít phút, câu đúng quay lại sau vài ngày rồi thưa dần. Mỗi ngày ôn vài phút là đủ.',
        'Không tính điểm thi. Câu của đợt thi đang mở hoặc sắp mở không có ở đây.',
      ],
    },
    {
      title: 'Trước giờ thi',
      points: [
        'Đăng ký một tài khoản và chọn đúng đơn vị: kết quả của bạn được tính cho đơn vị đó.',
        'Mở trang đợt thi để xem số câu, thời gian, số lượt và giờ đóng. Giờ trên trang là giờ máy chủ.',
        'Sạc pin, chọn chỗ có mạng ổn định. Mỗi lượt cần chừng ấy phút ngồi yên.',
      ],
    },
    {
      title: 'Trong lúc làm bài',
      points: [
        'Bấm “Bắt đầu” là đồng hồ chạy và lượt thi được tính, kể cả khi bạn đóng trang.',
        'Chạm vào một phương án là đã chọn. Dòng “Đã lưu” nghĩa là máy chủ đã nhận; đổi lại bao nhiêu lần cũng được cho đến khi nộp.',
        'Có câu chọn một hay nhiều phương án, câu đúng sai, câu điền chữ hoặc số, câu xếp thứ tự, câu ghép đôi. Dưới đề có một dòng chỉ cách trả lời; không câu nào bắt phải kéo thả.',
        'Câu có nhiều ý mà mới trả lời một phần vẫn được lưu; trước khi nộp, trang nhắc câu nào còn thiếu ý.',
        'Đánh dấu câu còn phân vân rồi quay lại sau. Trước khi nộp, trang cho thấy câu nào còn trống.',
        'Hết giờ, bài tự nộp với những gì đã lưu.',
      ],
    },
    {
      title: 'Khi mất mạng',
      points: [
        'Cứ làm tiếp và đừng đóng trang: câu trả lời được giữ trên máy và tự gửi khi có mạng lại.',
        'Đồng hồ vẫn chạy theo giờ máy chủ. Câu trả lời phải tới máy chủ trước khi hết giờ mới được tính.',
        'Máy hỏng hay hết pin: đăng nhập trên máy khác, mở lại bài trong Lịch sử thi. Các câu đã lưu vẫn còn.',
      ],
    },
    {
      title: 'Trung thực',
      points: [
        'Tự mình làm bài, bằng tài khoản của mình. Mỗi người một tài khoản.',
        'Mỗi lượt thi có một đề riêng, rút ngẫu nhiên với cùng độ khó, thứ tự câu và phương án cũng khác nhau.',
        'Mỗi lần chọn đều có giờ máy chủ, nên kết quả bất thường có thể được xem lại. Chỉ con người mới quyết định, không phải máy.',
      ],
    },
    {
      title: 'Xếp hạng',
      points: [
        'Nhiều điểm hơn xếp trên. Bằng điểm: làm nhanh hơn xếp trên. Vẫn bằng: nộp trước xếp trên. Bằng cả ba thì cùng hạng.',
        'Trên bảng xếp hạng, bấm “Vì sao tôi ở hạng này” để xem từng bước.',
        'Đáp án và lời giải thích chỉ hiện sau khi đợt thi đóng, để mọi người thi công bằng.',
      ],
    },
  ],
  en: [
    {
      title: 'Practising beforehand',
      points: [
        'Open Practice and choose a topic, or all of them. After each question you see the right answer, the explanation and the source.',
        'A mistake comes back after minutes, a right answer after days, and then less and less often. A few minutes a day are enough.',
        'Nothing counts for the contest. Questions of a round that is open or coming are not here.',
      ],
    },
    {
      title: 'Before the round',
      points: [
        'Sign up for one account and choose the right unit: your result counts for it.',
        'Open the page of the round for the number of questions, the time, the attempts and the closing time. Times are the server’s.',
        'Charge the battery and find a steady connection. Each attempt needs that many quiet minutes.',
      ],
    },
    {
      title: 'During the attempt',
      points: [
        'With “Start” the clock runs and the attempt counts, even if you close the page.',
        'Tapping an option chooses it. “Saved” means that the server has it; you may change it as often as you like until you submit.',
        'Some questions have one or several right options; others ask for true or false, a word, a number, an order or pairs. A line under the question says how to answer; none of them needs dragging.',
        'An answer of several parts is saved even when some are still missing; before you submit, the page says which questions lack parts.',
        'Mark what you are unsure of and come back later. Before submitting, the page shows which ones are blank.',
        'When time is up, the attempt is submitted by itself with what was saved.',
      ],
    },
    {
      title: 'When the connection is lost',
      points: [
        'Go on and do not close the page: answers are kept on the device and sent by themselves when the connection is back.',
        'The clock runs on by the server’s time. An answer counts only if it reaches the server before time is up.',
        'Broken phone or empty battery: sign in on another device and open the attempt in My attempts. Saved answers are there.',
      ],
    },
    {
      title: 'Honesty',
      points: [
        'Do it yourself, with your own account. One person, one account.',
        'Each attempt has a paper of its own, drawn at random with the same difficulty and in its own order.',
        'Each choice carries the server’s time, so unusual results can be looked at. People decide, not machines.',
      ],
    },
    {
      title: 'How places are decided',
      points: [
        'More points come first. Equal points: the faster comes first. Still equal: the earlier submission. Equal in all three: the same place.',
        'On the board, “Why I am in this place” shows it step by step.',
        'Keys and explanations show only after the round has closed, so that everybody takes part on equal terms.',
      ],
    },
  ],
}
