import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes a connection whose other end is too slow, and one whose answer says that it is the last.
///
/// One timer a connection: it fires at the deadline that held when it was set, and is set again when that has moved.
final class ConnectionTimeouts: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let connections: OpenConnections
  private var clock: TransferClock
  private var timer: Scheduled<Void>?
  private var timerFires = NIODeadline.distantFuture
  private var unwritten = 0
  private var isLast = false
  private var isCounted = false

  init(_ limits: ServerLimits, _ connections: OpenConnections) {
    self.connections = connections
    clock = TransferClock(limits, at: .zero)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    connections.opened()
    isCounted = true
    clock.opened(at: now(context))
    if context.channel.isActive { arm(context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { forget() }

  func channelActive(context: ChannelHandlerContext) {
    arm(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    forget()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      clock.headCame(at: now(context))
      if clock.isTooFarAhead {
        connections.closed(for: .tooManyAhead)
        context.close(promise: nil)
        return
      }
    case .body(let bytes): clock.bodyCame(bytes.readableBytes)
    case .end: clock.requestEnded()
    }
    arm(context)
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      isLast = head.headerFields[.connection] == "close"
      context.write(data, promise: promise)
    case .body(let bytes):
      follow(context, data, bytes: bytes.readableBytes, promise, isEnd: false)
    case .end:
      follow(context, data, bytes: 0, promise, isEnd: true)
    }
  }

  /// Writes a part and waits for it to be taken.
  private func follow(
    _ context: ChannelHandlerContext, _ data: NIOAny, bytes: Int, _ promise: EventLoopPromise<Void>?, isEnd: Bool
  ) {
    let promise = promise ?? context.eventLoop.makePromise()
    unwritten += 1
    clock.sends(bytes, at: now(context))
    let here = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    promise.futureResult.whenComplete { _ in
      let (handler, context) = here.value
      handler.unwritten -= 1
      if handler.unwritten == 0 { handler.clock.wasTaken() }
      if isEnd { handler.answered(context) }
    }
    context.write(data, promise: promise)
    arm(context)
  }

  private func answered(_ context: ChannelHandlerContext) {
    clock.answerEnded(at: now(context))
    guard context.channel.isActive else { return }
    if isLast {
      // What is left of a body is read and thrown away until the other end has seen the answer and closes: closing at
      // once would make the system take the answer back.
      clock.lastAnswerEnded(at: now(context))
      context.close(mode: .output, promise: nil)
    }
    arm(context)
  }

  /// Sees to it that the timer fires at the deadline or before.
  private func arm(_ context: ChannelHandlerContext) {
    guard let deadline = clock.deadline else { return }
    let point = NIODeadline.uptimeNanoseconds(UInt64(max(0, deadline.at.inNanoseconds)))
    guard timer == nil || point < timerFires else { return }
    timer?.cancel()
    timerFires = point
    let here = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(deadline: point) {
      let (handler, context) = here.value
      handler.timer = nil
      handler.fired(context)
    }
  }

  private func fired(_ context: ChannelHandlerContext) {
    guard let deadline = clock.deadline else { return }
    guard deadline.at <= now(context) else { return arm(context) }
    connections.closed(for: deadline.reason)
    context.close(promise: nil)
  }

  private func forget() {
    timer?.cancel()
    timer = nil
    if isCounted { connections.ended() }
    isCounted = false
  }

  private func now(_ context: ChannelHandlerContext) -> Duration {
    .nanoseconds(Int64(context.eventLoop.now.uptimeNanoseconds))
  }
}

@available(*, unavailable)
extension ConnectionTimeouts: Sendable {}

extension Duration {
  fileprivate var inNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
