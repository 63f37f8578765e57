// @ts-check
// The peer beside which a class is measured: socket.io alone, doing the least that a quiz could do. It keeps nothing on a disk, checks
// nothing, knows no seats. What Thi Số takes above it is the price of a database, a fair clock and seats that nobody can steal.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const http = createServer()
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false })
const item = {
  place: 1,
  stem: { vi: 'Chuyển đổi số khác gì với tin học hóa trong công việc hằng ngày của một cơ quan?', en: '' },
  options: ['Thay đổi cách làm việc', 'Mua thêm máy tính', 'Gửi thư điện tử', 'In ít giấy hơn'].map((vi, index) => ({
    token: String(index),
    text: { vi, en: '' },
  })),
  limitS: 120,
}
io.on('connection', (socket) => {
  socket.on('join', (_request, reply) => {
    socket.join('class')
    reply({})
  })
  socket.on('answer', ({ answer }, reply) => {
    socket.data.answer = answer
    reply({ taken: true })
  })
  socket.on('next', (_request, reply) => {
    io.to('class').emit('item', item)
    reply({})
  })
  socket.on('reveal', (_request, reply) => {
    for (const player of io.sockets.sockets.values())
      if (player.rooms.has('class')) player.emit('outcome', { isRight: player.data.answer === '0', points: 1 })
    reply({})
  })
})
http.listen(0, '127.0.0.1', 4_096, () =>
  process.send?.({ ready: true, port: /** @type {any} */ (http.address()).port }),
)
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
