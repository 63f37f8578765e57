import type { Content } from './chapter'

/** Says what the platform does, no more and no less: when storing changes, this changes with it. */
export const privacy: Content = {
  vi: [
    {
      title: 'Lưu những gì',
      points: [
        'Khi đăng ký: họ tên, ngày sinh, đơn vị, số điện thoại hoặc tên đăng nhập. Dưới 16 tuổi có thêm họ tên cha, mẹ hoặc người giám hộ.',
        'Mật khẩu không được lưu. Máy chủ chỉ giữ một dấu vết đã trộn một chiều, không ai đọc ngược lại được.',
        'Mỗi lần đồng ý: nội dung nào, ai đồng ý, lúc nào.',
        'Mỗi lần đăng nhập: loại trình duyệt và loại máy (ví dụ “Chrome, Android”), lúc đăng nhập, lúc dùng gần nhất.',
        'Mỗi lượt thi: giờ bắt đầu, từng lần chọn và đổi câu trả lời, giờ nộp, điểm, thời gian làm bài.',
        'Khi luyện tập: câu nào, lúc nào, trả lời gì, đúng hay chưa, và khi nào câu đó nên quay lại.',
        'Trên máy của bạn: ngôn ngữ, giao diện sáng tối, và các câu trả lời chưa gửi được để không mất khi rớt mạng.',
      ],
    },
    {
      title: 'Không lưu những gì',
      points: [
        'Không hỏi số căn cước, không chụp ảnh, không lấy vị trí, không đọc danh bạ.',
        'Không có quảng cáo, không có mã theo dõi của bên khác, không bán dữ liệu.',
        'Địa chỉ mạng của bạn chỉ được đếm trong vài phút để chặn dò mật khẩu, không ghi vào hồ sơ.',
      ],
    },
    {
      title: 'Để làm gì',
      points: [
        'Tổ chức cuộc thi, chấm bài, xếp hạng, liên hệ và trao giải.',
        'Giải quyết khiếu nại: từng lần chọn có giờ máy chủ, nên có thể xem lại công bằng.',
        'Không dùng vào việc khác.',
      ],
    },
    {
      title: 'Ai thấy',
      points: [
        'Mọi người: bảng xếp hạng, với tên hiện theo cách cuộc thi đã công bố (đủ, che bớt hoặc mã số), đơn vị, điểm và thời gian.',
        'Ban tổ chức: hồ sơ và kết quả, để làm đúng những việc trên. Mọi thao tác quan trọng của ban tổ chức được ghi lại.',
        'Bạn: toàn bộ dữ liệu của mình.',
      ],
    },
    {
      title: 'Trong bao lâu',
      points: [
        'Đăng nhập trên một thiết bị: hết hạn sau 30 ngày, hoặc sớm hơn khi bạn đăng xuất.',
        'Hồ sơ và bài thi: giữ đến khi ban tổ chức trao giải xong và giải quyết xong khiếu nại, hoặc đến khi bạn yêu cầu xoá. Hệ thống không tự xoá theo lịch; ban tổ chức thực hiện.',
        'Bằng chứng của lượt thi đã xếp hạng có thể phải giữ lâu hơn nếu pháp luật yêu cầu.',
      ],
    },
    {
      title: 'Quyền của bạn',
      points: [
        'Xem và sửa họ tên, ngày sinh, đơn vị trong Hồ sơ của tôi.',
        'Tải về toàn bộ dữ liệu của mình trong Hồ sơ của tôi.',
        'Xem các thiết bị đang đăng nhập và đăng xuất từng cái.',
        'Rút lại sự đồng ý hoặc yêu cầu xoá bất cứ lúc nào: liên hệ ban tổ chức cuộc thi. Dưới 16 tuổi, cha, mẹ hoặc người giám hộ có thể yêu cầu thay.',
      ],
    },
  ],
  en: [
    {
      title: 'What is kept',
      points: [
        'When you sign up: full name, date of birth, unit, phone number or user name. Under 16 also the name of a parent or guardian.',
        'The password is not kept. The server keeps a one-way scrambled trace that nobody can read back.',
        'Each consent: to which text, by whom, when.',
        'Each sign-in: the kind of browser and device (such as “Chrome, Android”), when it began, when it was last used.',
        'Each attempt: when you start, every answer you choose or change, when you submit, points, time used.',
        'Practice: which question, when, what you answered, whether it was right, and when the question should come back.',
        'On your own device: language, light or dark, and answers that could not be sent yet, so that a lost connection loses nothing.',
      ],
    },
    {
      title: 'What is not kept',
      points: [
        'No identity card number, no photo, no location, no contacts.',
        'No advertising, no trackers of others, no sale of data.',
        'Your network address is counted for a few minutes to stop password guessing; it is not written to your record.',
      ],
    },
    {
      title: 'What for',
      points: [
        'To run the contest, score, rank, get in touch and award prizes.',
        'To settle complaints: each choice carries the server’s time, so it can be looked at fairly.',
        'For nothing else.',
      ],
    },
    {
      title: 'Who sees it',
      points: [
        'Everybody: the board, with names in the way the contest has announced (full, masked or a code), unit, points and time.',
        'The organizers: profiles and results, for the purposes above. Their important acts are recorded.',
        'You: all of your own data.',
      ],
    },
    {
      title: 'For how long',
      points: [
        'A sign-in on a device ends after 30 days, or earlier when you sign out.',
        'Profile and attempts: until the organizers have awarded the prizes and settled complaints, or until you ask for deletion. Nothing is deleted by a timetable; the organizers do it.',
        'Evidence of a ranked attempt may have to be kept longer where the law demands it.',
      ],
    },
    {
      title: 'Your rights',
      points: [
        'See and correct your name, date of birth and unit in My profile.',
        'Download all of your data in My profile.',
        'See the devices that are signed in and sign out each of them.',
        'Withdraw your consent or ask for deletion at any time: get in touch with the organizers. Under 16, a parent or guardian may ask for you.',
      ],
    },
  ],
}
