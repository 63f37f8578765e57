/** What a verification says about notes, about what somebody kept, and at the end. */
export const SIGNED_TEXTS = {
  KEY_FROM_FILE: {
    vi: 'Khoá kiểm chữ ký lấy từ chính tệp: {key}. Hãy so với khoá đăng ở trang cuộc thi hoặc chạy lại với --key.',
    en: 'The key comes from the file itself: {key}. Compare it with the contest page, or run again with --key.',
  },
  KEY_OTHER: {
    vi: 'Tệp ghi khoá {found}, không phải khoá đã cho {expected}.',
    en: 'The file names key {found}, which is not the one given: {expected}.',
  },
  NOTE_SIGNATURE: {
    vi: 'Chứng nhận số {n} ({of}) không mang chữ ký đúng của khoá {key}.',
    en: 'Note number {n} ({of}) bears no good signature of key {key}.',
  },
  NOTE_UNREADABLE: {
    vi: 'Chứng nhận số {n} ({of}) không đúng dạng hoặc thuộc nhật ký khác.',
    en: 'Note number {n} ({of}) is none of its kind, or belongs to another log.',
  },
  CHECKPOINTS_HOLD: {
    vi: '{count} điểm chốt: chữ ký đúng, cây lớn dần không sửa lại.',
    en: '{count} checkpoints: well signed, and the tree only grew.',
  },
  CHECKPOINT_WRONG: {
    vi: 'Điểm chốt ở {size} lượt: gốc ký là {expected}, các lượt trong gói cho {found}: có lượt trong số {from} đến {to} đã bị sửa, thêm hoặc bớt, hoặc điểm chốt bị thay.',
    en: 'Checkpoint at {size} attempts: signed root {expected}, the bundle gives {found}: an attempt of {from} to {to} was changed, added or removed, or the checkpoint was replaced.',
  },
  CHECKPOINT_BEYOND: {
    vi: 'Điểm chốt ở {size} lượt, gói chỉ có {count}: lượt thi đã bị bỏ.',
    en: 'A checkpoint stands at {size} attempts, the bundle has {count}: attempts were removed.',
  },
  NO_CHECKPOINT: { vi: 'Gói không có điểm chốt nào của nhật ký.', en: 'The bundle has no checkpoint of the log.' },
  CHECKPOINTS_CHANGED: {
    vi: 'Các điểm chốt không phải là {count} cái mà chứng nhận kết quả lần {edition} nêu: có cái bị bỏ, thêm hoặc thay.',
    en: 'The checkpoints are not the {count} that results note {edition} names: one was removed, added or replaced.',
  },
  COMMITMENT_SIGNED: { vi: 'Cam kết của đợt có chữ ký đúng.', en: 'The commitment of the round is well signed.' },
  COMMITMENT_OTHER: {
    vi: 'Cam kết đã ký không nêu cùng bí mật và ngân hàng với gói.',
    en: 'The signed commitment does not name the secret and the pool of the bundle.',
  },
  NOTES_HOLD: {
    vi: '{count} chứng nhận kết quả nối tiếp nhau, cái cuối khớp từng phần của gói.',
    en: '{count} results notes follow one another, and the last fits every section of the bundle.',
  },
  NOTE_MISSING: {
    vi: 'Thiếu chứng nhận kết quả lần {edition}.',
    en: 'The results note of edition {edition} is missing.',
  },
  NOTE_CHAIN_WRONG: {
    vi: 'Chứng nhận kết quả lần {edition} không nối vào cái trước nó: cái trước đã bị thay.',
    en: 'The results note of edition {edition} does not follow the one before it: that one was replaced.',
  },
  SECTION_WRONG: {
    vi: 'Phần “{section}” của gói khác với phần đã ký khi công bố.',
    en: 'Section “{section}” of the bundle differs from what was signed at publication.',
  },
  NOTE_LOG_WRONG: {
    vi: 'Chứng nhận kết quả lần {edition} nêu nhật ký {size} lượt với gốc {expected}; gói cho {found}.',
    en: 'The results note of edition {edition} names a log of {size} attempts with root {expected}; the bundle gives {found}.',
  },
  NOTE_COMMITMENT_WRONG: {
    vi: 'Chứng nhận kết quả lần {edition} nêu cam kết khác với gói.',
    en: 'The results note of edition {edition} names other commitments than the bundle.',
  },
  NOTE_VERSION_WRONG: {
    vi: 'Phần đầu gói nêu bản {version}, lần lập {edition}; chứng nhận cuối nêu khác.',
    en: 'The header names version {version}, edition {edition}; the last note names another.',
  },
  // What somebody kept.
  KEPT_HOLDS: {
    vi: 'Điểm chốt bạn giữ ({size} lượt) nằm trong gói này.',
    en: 'The checkpoint that you kept ({size} attempts) is part of this bundle.',
  },
  KEPT_WRONG: {
    vi: 'Điểm chốt bạn giữ ({size} lượt) có gốc {expected}, gói này cho {found}: nhật ký đã bị viết lại sau khi chốt.',
    en: 'The checkpoint that you kept ({size} attempts) has root {expected}, this bundle gives {found}: the log was rewritten afterwards.',
  },
  KEPT_OTHER: {
    vi: 'Điểm chốt bạn giữ thuộc nhật ký khác: “{origin}”.',
    en: 'The checkpoint that you kept is of another log: “{origin}”.',
  },
  KEPT_SIGNATURE: {
    vi: 'Điểm chốt bạn giữ có chữ ký nhưng không phải của khoá này.',
    en: 'The checkpoint that you kept is signed, but not by this key.',
  },
  KEPT_SEAL_HOLDS: {
    vi: 'Điểm chốt niêm phong bạn giữ ({seal}) nằm trong gói này.',
    en: 'The sealed checkpoint that you kept ({seal}) is part of this bundle.',
  },
  KEPT_SEAL_WRONG: {
    vi: 'Điểm chốt niêm phong bạn giữ ({seal}) không có trong gói này: nó đã bị bỏ hoặc thay.',
    en: 'The sealed checkpoint that you kept ({seal}) is not in this bundle: it was removed or replaced.',
  },
  KEPT_NONE: {
    vi: 'Không kèm điểm chốt nào bạn tự giữ: nếu chính người giữ khoá viết lại toàn bộ thì chỉ --checkpoint mới phát hiện được.',
    en: 'No checkpoint of your own was given: a rewriting of everything by the holder of the key is found only with --checkpoint.',
  },
  HOLDS: { vi: 'MỌI THỨ ĐỀU KHỚP.', en: 'EVERYTHING HOLDS.' },
  FAILS: { vi: 'KHÔNG KHỚP: {count} chỗ.', en: 'IT DOES NOT HOLD: {count} findings.' },
} as const
