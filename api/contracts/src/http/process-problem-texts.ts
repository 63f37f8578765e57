/** What keeps a request of an attempt out, beside the rules of the attempt itself. */
export const processProblems = {
  'ATTEMPT.SAFE_BROWSER_NEEDED': {
    status: 403,
    vi: 'Đợt thi này chỉ làm bằng Safe Exam Browser với cấu hình của ban tổ chức. Những gì đã lưu vẫn an toàn. Hãy mở tệp cấu hình (.seb) do giám thị phát, đăng nhập trong đó rồi vào lại đợt thi; nếu đang ở trong Safe Exam Browser mà vẫn thấy dòng này, hãy báo giám thị.',
    en: 'This round is taken only in the Safe Exam Browser with the organizers’ settings. What was saved is safe. Open the settings file (.seb) that the invigilator hands out, sign in there and enter the round again; if you are in the Safe Exam Browser and still read this, tell the invigilator.',
  },
  'ROUND.SAFE_BROWSER_SETTINGS_UNREADABLE': {
    status: 400,
    vi: 'Không đọc được cấu hình trong tệp này: tệp bị mã hoá, hỏng, hoặc không phải cấu hình Safe Exam Browser. Hãy lưu lại tệp không mã hoá, hoặc chép Config Key từ công cụ cấu hình của Safe Exam Browser.',
    en: 'The settings in this file could not be read: it is encrypted, damaged, or no settings file of the Safe Exam Browser. Save it without encryption, or copy the Config Key from the browser’s configuration tool.',
  },
  'ATTEMPT.TOO_FAST': {
    status: 429,
    vi: 'Câu trả lời được gửi nhanh hơn mức một người làm được nên tạm dừng nhận trong {seconds} giây. Các câu đã lưu vẫn an toàn; câu còn lại sẽ tự gửi lại.',
    en: 'Answers come faster than a person can give them, so for {seconds} seconds no more are taken. What was saved is safe; the rest is sent again by itself.',
  },
} as const
