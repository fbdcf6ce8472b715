import CanonicalJSON
import Knowledge
import Rules
import Services
import Vocabulary

/// The interface for programs: questions in JSON, answered by what answers on the command line. It keeps nothing, and a
/// person is named in a body only.
public struct Api: Sendable {
  /// The largest body that is read, in bytes: a person file of some hundred entries. What an answer takes grows faster than
  /// what is asked.
  static let largestBody = 64 << 10
  /// The most arrays and objects within each other in a body.
  static let deepestBody = 16

  let base: KnowledgeBase
  let index: Task<SearchIndex, Never>
  let description: ApiDescription
  /// So that programs leave a part of the machine to the pages.
  let work: BoundedWork

  /// - Parameters:
  ///   - workers: how many questions are worked on at once; 1 or more.
  ///   - places: how many can wait meanwhile.
  /// - Throws: an error where the description in the program cannot be read.
  init(_ base: KnowledgeBase, _ index: Task<SearchIndex, Never>, workers: Int, places: Int = 64) throws {
    (self.base, self.index) = (base, index)
    description = try ApiDescription()
    work = BoundedWork(workers: workers, places: places)
  }

  /// The answer to a question that is put as described: the bytes that the command prints.
  ///
  /// - Throws: `ApiError` for what cannot be answered.
  func answer(_ path: ApiPath, _ inquiry: Inquiry, today: CivilDate) async throws -> [UInt8] {
    guard let operation = description.operation(path) else { throw ApiError(.notFound) }
    let query = try ApiQuery(inquiry.query, operation, description, today: today)
    switch path {
    case .description: return description.bytes
    case .credentials: return try Self.bytes(credentials(query))
    case .tasks: return try Self.bytes(tasks(query))
    case .search: return try Self.bytes(try await search(query))
    case .states: return try await working { try Self.bytes(try states(query)) }
    case .state(let code): return try await working { try Self.bytes(try state(code, query)) }
    case .task(let id): return try await working { try Self.bytes(try task(id, query)) }
    case .check: return try await asking(inquiry, operation, today) { try Self.bytes(try check($0)) }
    case .explain: return try await asking(inquiry, operation, today) { try Self.bytes(try explain($0)) }
    case .compare: return try await asking(inquiry, operation, today) { try Self.bytes(try compare($0)) }
    case .plan: return try await asking(inquiry, operation, today) { try Self.bytes(try plan($0)) }
    }
  }

  private func asking(
    _ inquiry: Inquiry, _ operation: ApiDescription.Operation, _ today: CivilDate,
    _ answer: @escaping @Sendable (PersonQuestion) throws -> [UInt8]
  ) async throws -> [UInt8] {
    try await working {
      let body = try ApiBody.read(inquiry.body, operation, description)
      let question = try PersonQuestion(body, base, today: today)
      do {
        return try answer(question)
      } catch let error as DeterminationError {
        throw ApiError(.unanswerable, [question.fault(error)])
      }
    }
  }

  private func working(_ answer: @escaping @Sendable () throws -> [UInt8]) async throws -> [UInt8] {
    do {
      return try await work.run(answer)
    } catch is BoundedWork.BusyError {
      throw ApiError(.busy, headers: ["Retry-After": "30"])
    }
  }

  private static func bytes(_ report: some Encodable) throws -> [UInt8] {
    Array((try JSON.text(report) + "\n").utf8)
  }
}

extension LiveService {
  /// What programs are answered with: the same edition as the pages.
  ///
  /// - Parameter workers: how many questions of programs are worked on at once; 1 or more.
  /// - Throws: an error where the description in the program cannot be read.
  public func api(workers: Int) throws -> Api { try Api(base, index, workers: workers) }
}
