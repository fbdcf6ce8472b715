import Rules
import Vocabulary

extension Evidence {
  /// The same as its person's own word.
  var ownWord: Evidence {
    var own = Evidence(completeThrough: completeThrough)
    for record in records {
      var copy = record
      copy.grade = .selfReported
      own.put(copy)
    }
    return own
  }
}
