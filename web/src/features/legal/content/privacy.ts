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
        'Mỗi lượt thi: giờ bắt đầu, từng lần chọn và đổi câu trả lời, số dự đoán nếu đợt có hỏi, giờ nộp, điểm, thời gian làm bài.',
        'Mỗi lượt thi còn giữ mạng lúc bắt đầu ở dạng rút gọn (ví dụ 113.160.5.0/24, chung cho cả một nhóm máy), để bù giờ khi mạng một nơi gặp sự cố. Không phải địa chỉ của máy bạn.',
        'Trong lúc làm bài, như đã nói trước khi bắt đầu: lúc rời trang hay chuyển cửa sổ và bao lâu, số ký tự dán hoặc sao chép, thoát toàn màn hình, cửa sổ đổi cỡ nhiều, thiết bị hoặc mạng khác, đồng hồ máy lệch nhiều. Bạn xem lại được ở “Nhật ký lượt thi của tôi”.',
        'Các trình duyệt từng đăng nhập tài khoản, nhận ra bằng một số ngẫu nhiên do trang này đặt, để báo cho bạn khi có thiết bị mới.',
        'Nếu có: danh sách dự thi có tên bạn; phần trăm thêm giờ kèm lý do ban tổ chức ghi; thông báo gửi bạn và lúc bạn xem; đơn phúc khảo và câu trả lời; thứ hạng trong từng phiên bản kết quả.',
        'Chỉ với người được đề xuất trao giải: đã đối chiếu loại giấy tờ nào, ai đối chiếu, lúc nào, nhiều nhất ba số cuối; bạn chọn công bố tên thế nào; trao giải lúc nào, cho ai.',
        'Khi luyện tập: câu nào, lúc nào, trả lời gì, đúng hay chưa, và khi nào câu đó nên quay lại.',
        'Trên máy của bạn: ngôn ngữ, giao diện sáng tối, và các câu trả lời chưa gửi được để không mất khi rớt mạng.',
      ],
    },
    {
      title: 'Không lưu những gì',
      points: [
        'Không hỏi số căn cước khi đăng ký, không chụp ảnh, không lấy vị trí, không đọc danh bạ. Khi đối chiếu người đoạt giải cũng không lưu ảnh hay số giấy tờ.',
        'Không có quảng cáo, không có mã theo dõi của bên khác, không bán dữ liệu.',
        'Địa chỉ mạng đầy đủ của bạn chỉ được đếm trong vài phút để chặn dò mật khẩu, không ghi vào hồ sơ; lượt thi chỉ giữ dạng rút gọn nói ở trên.',
      ],
    },
    {
      title: 'Để làm gì',
      points: [
        'Tổ chức cuộc thi, chấm bài, xếp hạng, liên hệ và trao giải.',
        'Giải quyết phúc khảo: từng lần chọn có giờ máy chủ, nên có thể xem lại công bằng.',
        'Giữ cuộc thi công bằng: tìm dấu hiệu gian lận. Không máy nào tự kết luận; người của ban tổ chức xem xét và bạn được nêu ý kiến.',
        'Bù giờ sau sự cố, và báo cho bạn những gì liên quan đến bạn.',
        'Không dùng vào việc khác.',
      ],
    },
    {
      title: 'Ai thấy',
      points: [
        'Mọi người: bảng xếp hạng, với tên hiện theo cách cuộc thi đã công bố (đủ, che bớt hoặc mã số), đơn vị, điểm và thời gian.',
        'Mọi người: danh sách đoạt giải. Tên đầy đủ hay viết tắt theo lựa chọn của bạn, không chọn thì theo cách hiện tên của cuộc thi; dưới 16 tuổi chỉ hiện đầy đủ khi cha mẹ hoặc người giám hộ đã đồng ý. Trang kiểm tra giấy chứng nhận chỉ nói lại đúng tên đã công bố.',
        'Mọi người: danh sách bốc thăm, chỉ gồm bảng, hạng và một mã băm; không có tên, và chỉ người giữ mã biên nhận mới nhận ra dòng của mình.',
        'Ban tổ chức: hồ sơ và kết quả, để làm đúng những việc trên. Mọi thao tác quan trọng của ban tổ chức được ghi lại. Trong danh sách xét giải tên được che, xem đầy đủ phải nêu lý do; đơn phúc khảo về một câu được xét không kèm tên bạn.',
        'Bạn: dữ liệu của mình.',
      ],
    },
    {
      title: 'Trong bao lâu',
      points: [
        'Đăng nhập trên một thiết bị: hết hạn sau 30 ngày, hoặc sớm hơn khi bạn đăng xuất.',
        'Ghi chép khi làm bài: tự xoá 90 ngày sau khi công bố kết quả, chậm nhất 180 ngày sau khi đợt thi đóng. Dấu thiết bị không dùng nữa: tự xoá sau 400 ngày.',
        'Hồ sơ và bài thi: giữ đến khi ban tổ chức trao giải xong và giải quyết xong phúc khảo, hoặc đến khi bạn yêu cầu xoá. Hệ thống không tự xoá theo lịch; ban tổ chức thực hiện.',
        'Bằng chứng của lượt thi đã xếp hạng có thể phải giữ lâu hơn nếu pháp luật yêu cầu. Phiên bản kết quả đã lập không sửa, không xoá từng dòng được.',
      ],
    },
    {
      title: 'Quyền của bạn',
      points: [
        'Xem và sửa họ tên, ngày sinh, đơn vị trong Hồ sơ của tôi.',
        'Tải về dữ liệu của mình trong Hồ sơ của tôi, trừ phương án đã chọn trong đợt thi (xem ở trang kết quả) và kết quả chưa công bố.',
        'Gửi và rút đơn phúc khảo; chọn cách công bố tên khi có giải.',
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
        'Each attempt: when you start, every answer you choose or change, your prediction where the round asks for one, when you submit, points, time used.',
        'Each attempt also keeps the network that it was started from in a shortened form (such as 113.160.5.0/24, shared by a group of devices), so that time can be given back when a network fails somewhere. It is not the address of your device.',
        'While you take a paper, as said before the start: when you leave the page or switch windows and for how long, how many characters you paste or copy, leaving full screen, large changes of the window, other devices or networks, a clock that is far off. You see it under “My attempt’s log”.',
        'The browsers in which your account was signed in, known by a random number that this site sets, so that you are told of a new device.',
        'Where there are any: the lists of people that you are on; a percentage of extra time with the reason that organizers noted; what you were told and when you saw it; complaints and answers; your place in each version of the results.',
        'Only of those proposed for a prize: which kind of papers was seen, by whom and when, at most three last digits; how you chose to be named; when the prize was handed over and to whom.',
        'Practice: which question, when, what you answered, whether it was right, and when the question should come back.',
        'On your own device: language, light or dark, and answers that could not be sent yet, so that a lost connection loses nothing.',
      ],
    },
    {
      title: 'What is not kept',
      points: [
        'No identity card number at sign-up, no photo, no location, no contacts. Checking a winner’s identity keeps no picture and no number of the papers either.',
        'No advertising, no trackers of others, no sale of data.',
        'Your full network address is only counted for a few minutes to stop password guessing and is not written to your record; an attempt keeps the shortened form named above.',
      ],
    },
    {
      title: 'What for',
      points: [
        'To run the contest, score, rank, get in touch and award prizes.',
        'To settle complaints: each choice carries the server’s time, so it can be looked at fairly.',
        'To keep the contest fair: to look for signs of cheating. No machine concludes anything; people of the organizers look, and you are heard.',
        'To give time back after an outage, and to tell you what concerns you.',
        'For nothing else.',
      ],
    },
    {
      title: 'Who sees it',
      points: [
        'Everybody: the standings, with names in the way the contest has announced (full, masked or a code), unit, points and time.',
        'Everybody: the list of winners. Full or shortened names as you chose, without a choice in the contest’s way; under 16 the full name only with the consent of a parent or guardian. The page that checks certificates repeats the published name and no more.',
        'Everybody: the list of a draw, which holds tables, places and a hash; no names, and only who has the receipt code can tell the own line.',
        'The organizers: profiles and results, for the purposes above. Their important acts are recorded. Lists of winners mask names, and seeing one in full needs a reason; complaints about a question are judged without your name.',
        'You: your own data.',
      ],
    },
    {
      title: 'For how long',
      points: [
        'A sign-in on a device ends after 30 days, or earlier when you sign out.',
        'What is noted while you take a paper: deleted by itself 90 days after the results are published, at the latest 180 days after the round closes. Marks of devices that are not used: after 400 days.',
        'Profile and attempts: until the organizers have awarded the prizes and settled complaints, or until you ask for deletion. Nothing is deleted by a timetable; the organizers do it.',
        'Evidence of a ranked attempt may have to be kept longer where the law demands it. A version of the results, once made, is not changed or deleted line by line.',
      ],
    },
    {
      title: 'Your rights',
      points: [
        'See and correct your name, date of birth and unit in My profile.',
        'Download your data in My profile, but for what you chose in rounds (see your result page) and results that are not published yet.',
        'File and withdraw complaints; choose how you are named with a prize.',
        'See the devices that are signed in and sign out each of them.',
        'Withdraw your consent or ask for deletion at any time: get in touch with the organizers. Under 16, a parent or guardian may ask for you.',
      ],
    },
  ],
}
