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
        'Mở trang đợt thi và đọc thể lệ: số câu, thời gian, số lượt, cách chấm, cách xếp hạng. Mỗi đợt có thể khác. Giờ trên trang là giờ máy chủ.',
        'Chưa đủ điều kiện dự thi thì trang nói rõ vì sao. Thông tin tài khoản sai thì sửa trong Hồ sơ của tôi.',
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
        'Có đợt bài chỉ đi tới: mỗi lúc một câu, sang câu sau là câu trước đóng hẳn. Nếu mỗi câu có đồng hồ riêng, hết giờ câu nào thì bài tự sang câu sau.',
        'Có đợt phải trả lời hết mới nộp được; hết giờ mà còn trống thì bài được chấm nhưng không xếp hạng.',
        'Có đợt thêm câu dự đoán ở cuối. Số bạn đoán chỉ dùng để xếp hạng, và khi đợt còn mở không trang nào cho biết con số đang chạy.',
        'Hết giờ, bài tự nộp với những gì đã lưu.',
      ],
    },
    {
      title: 'Khi mất mạng',
      points: [
        'Cứ làm tiếp và đừng đóng trang: câu trả lời được giữ trên máy và tự gửi khi có mạng lại.',
        'Đồng hồ vẫn chạy theo giờ máy chủ. Câu trả lời phải tới máy chủ trước khi hết giờ mới được tính.',
        'Máy hỏng hay hết pin: đăng nhập trên máy khác, mở lại bài trong Lịch sử thi. Các câu đã lưu vẫn còn.',
        'Hệ thống hay mạng một nơi gặp sự cố: ban tổ chức có thể tạm dừng hoặc bù giờ. Chuông Thông báo cho bạn biết được bù bao nhiêu.',
      ],
    },
    {
      title: 'Trung thực',
      points: [
        'Tự mình làm bài, bằng tài khoản của mình. Mỗi người một tài khoản.',
        'Mỗi lượt thi có một đề riêng, rút ngẫu nhiên theo cùng một ma trận, thứ tự câu và phương án cũng khác nhau. Sau khi đợt đóng, trang đợt thi cho biết độ khó dự kiến của các đề chênh nhau bao nhiêu.',
        'Mỗi lần chọn đều có giờ máy chủ, nên kết quả bất thường có thể được xem lại. Chỉ con người mới quyết định, không phải máy.',
      ],
    },
    {
      title: 'Xếp hạng',
      points: [
        'Các tiêu chí xét lần lượt, ghi ngay trên bảng xếp hạng. Tiêu chí đầu tiên khác nhau quyết định; bằng nhau hết thì cùng hạng.',
        'Không đủ giải cho những người cùng hạng thì bốc thăm công khai. Ai cũng làm lại được từng bước, và tìm thấy dòng của mình bằng mã biên nhận.',
        'Bảng có thể đóng băng trước giờ đóng: bài nộp từ lúc đó hiện ra khi ban tổ chức bỏ đóng băng. Điểm của bạn vẫn ở trang kết quả của bạn.',
        'Trên bảng xếp hạng, bấm “Vì sao tôi ở hạng này” để xem từng bước.',
        'Đáp án và lời giải thích chỉ hiện sau khi đợt thi đóng, để mọi người thi công bằng.',
      ],
    },
    {
      title: 'Sau khi công bố kết quả',
      points: [
        'Thấy một câu hay cả kết quả chưa đúng: mở kết quả bài thi, bấm “Phúc khảo” trong thời hạn ghi ở đó. Đơn về một câu được xét mà không hiện tên bạn.',
        'Nếu đáp án được sửa, mọi bài có câu đó được chấm lại như nhau; ai đổi hạng đều nhận thông báo.',
        'Được đề xuất trao giải: chọn cách ghi tên ở “Giải của tôi” trước khi danh sách công bố, và mang giấy tờ đến ban tổ chức đối chiếu. Dưới 16 tuổi cần cha mẹ hoặc người giám hộ đồng ý.',
        'Giấy chứng nhận có mã và mã QR, ai cũng kiểm tra được thật hay không.',
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
        'Open the page of the round and read its rules: questions, time, attempts, scoring, ranking. Rounds may differ. Times are the server’s.',
        'If you cannot take part yet, the page says why. Correct your details in My profile if they are wrong.',
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
        'Some papers only go forward: one question at a time, and the next one closes the one before for good. Where each question has a clock, the paper moves on by itself when it is over.',
        'Some rounds want everything answered before you can submit; what ends with blanks is scored but not ranked.',
        'Some rounds end with a prediction. Your number only serves the ranking, and while the round is open no page tells the running figure.',
        'When time is up, the attempt is submitted by itself with what was saved.',
      ],
    },
    {
      title: 'When the connection is lost',
      points: [
        'Go on and do not close the page: answers are kept on the device and sent by themselves when the connection is back.',
        'The clock runs on by the server’s time. An answer counts only if it reaches the server before time is up.',
        'Broken phone or empty battery: sign in on another device and open the attempt in My attempts. Saved answers are there.',
        'When the system or a network fails, the organizers can pause the round or give time back. The bell tells you how much you got.',
      ],
    },
    {
      title: 'Honesty',
      points: [
        'Do it yourself, with your own account. One person, one account.',
        'Each attempt has a paper of its own, drawn at random by the same plan and in its own order. After the round, its page says how far the expected difficulty of the papers lies apart.',
        'Each choice carries the server’s time, so unusual results can be looked at. People decide, not machines.',
      ],
    },
    {
      title: 'How places are decided',
      points: [
        'Criteria are looked at one after the other; they stand beside the standings. The first that differs decides; equal in all of them is the same place.',
        'Where prizes do not reach everybody of the same place, a public draw decides. Anybody can repeat each step and find the own line by the receipt code.',
        'The standings may be frozen before the end: what is submitted after that shows when the organizers reveal them or publish the results. Your own points stay on your result page.',
        'In the standings, “Why I am in this place” shows it step by step.',
        'Keys and explanations show only after the round has closed, so that everybody takes part on equal terms.',
      ],
    },
    {
      title: 'After results are published',
      points: [
        'A question or the whole result looks wrong: open your result and choose “Complaint” within the time that is shown there. A complaint about a question is judged without your name.',
        'When a key is corrected, every paper with that question is scored again alike; whoever changes place is told.',
        'Proposed for a prize: choose how to be named in “My prizes” before the list is published, and show papers to the organizers. Under 16 a parent or guardian must agree.',
        'A certificate has a code and a QR code; anybody can check whether it is genuine.',
      ],
    },
  ],
}
