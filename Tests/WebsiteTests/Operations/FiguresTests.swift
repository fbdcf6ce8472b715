import Testing

@testable import Website

@Suite("Figures")
struct FiguresTests {
  @Test("requests are counted by pattern, method and class of status, and their times by pattern")
  func requests() {
    let figures = RequestFigures()
    let state = RoutePattern(.state("wa", StateQuestion()))
    figures.add(state, .get, status: 200, took: .milliseconds(3))
    figures.add(state, .get, status: 204, took: .milliseconds(5))
    figures.add(state, .other, status: 405, took: .seconds(40))
    figures.add(.unknown, .get, status: 404, took: .zero)
    let text = figures.families.map(\.text).joined()
    #expect(text.contains("fobwatch_http_requests_total{route=\"/states/{state}\",method=\"GET\",status=\"2xx\"} 2\n"))
    #expect(
      text.contains("fobwatch_http_requests_total{route=\"/states/{state}\",method=\"OTHER\",status=\"4xx\"} 1\n"))
    #expect(text.contains("fobwatch_http_requests_total{route=\"{unknown}\",method=\"GET\",status=\"4xx\"} 1\n"))
    let times = "fobwatch_http_request_duration_seconds"
    #expect(text.contains("\(times)_bucket{route=\"/states/{state}\",le=\"0.002\"} 0\n"))
    #expect(text.contains("\(times)_bucket{route=\"/states/{state}\",le=\"0.005\"} 2\n"))
    #expect(text.contains("\(times)_bucket{route=\"/states/{state}\",le=\"30\"} 2\n"))
    #expect(text.contains("\(times)_bucket{route=\"/states/{state}\",le=\"+Inf\"} 3\n"))
    #expect(text.contains("\(times)_sum{route=\"/states/{state}\"} 40.008\n"))
    #expect(text.contains("\(times)_count{route=\"/states/{state}\"} 3\n"))
  }

  @Test("a family says its help and kind once, and labels are escaped")
  func family() {
    var family = MetricFamily("name", .gauge, "Help.")
    family.add(1.5, [("a", "b\"c\\d\ne")])
    family.add(2)
    #expect(family.text == "# HELP name Help.\n# TYPE name gauge\nname{a=\"b\\\"c\\\\d\\ne\"} 1.5\nname 2\n")
  }

  @Test("the process knows its memory, its time and its files")
  func process() {
    let now = ProcessFigures.now()
    #expect(now.memory ?? 0 > 1e6)
    #expect(now.computing > 0)
    #expect(now.openFiles ?? 0 >= 3 && now.mostFiles ?? 0 > now.openFiles ?? 0)
  }

  @Test("jobs are counted by state; when the database does not answer, the other figures are told all the same")
  func jobs() async {
    var operation = WebServer.Operation()
    let operations = Operations(ServerLimits(), log: .none, seed: 1, now: { .zero })
    operation.jobs = { [JobCount(state: "waiting", count: 3), JobCount(state: "failed", count: 1)] }
    let text = await ServerFigures(operations, operation, edition: "2026.11").text()
    #expect(text.contains("fobwatch_jobs{state=\"failed\"} 1\nfobwatch_jobs{state=\"waiting\"} 3\n"))
    #expect(text.contains("fobwatch_build_info{version=\"\",edition=\"2026.11\"} 1\n"))
    operation.jobs = {
      try? await Task.sleep(for: .seconds(600))
      return []
    }
    let without = await ServerFigures(operations, operation, edition: "2026.11").text()
    #expect(!without.contains("fobwatch_jobs") && without.contains("fobwatch_http_requests_in_flight 0\n"))
  }

  @Test("requests have numbers of their own, in no order")
  func identifiers() {
    let ids = RequestIDs(start: 7)
    let list = (0..<1_000).map { _ in ids.next() }
    #expect(Set(list).count == 1_000)
    #expect(list.map(\.number) != list.map(\.number).sorted())
    #expect(list.allSatisfy { $0.text.utf8.count == 16 })
  }
}
