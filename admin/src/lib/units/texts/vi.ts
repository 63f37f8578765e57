export const vi = {
  all: 'Mọi đơn vị',
  more: 'Thêm đơn vị',
  chosen: '{{label}}: đã chọn',
  unknown: 'Đơn vị không có trong cây của ngày này',
}
