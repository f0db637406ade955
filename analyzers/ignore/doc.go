// Package ignore defines an analyzer that reports ignore comments which suppress
// nothing. The suppressing itself is done where findings are reported, in package
// finding; this package only looks at the comments.
//
// # Analyzer ignore
//
// ignore: report ignore comments that are not understood or no longer needed
//
// A comment //interleave:ignore RULE REASON, at the end of a line, on the line above or
// in the doc comment of a declaration, suppresses the reports of that rule there. The
// analyzer reports
//
//   - ignore-comment: the rule is unknown, the reason is missing, or nothing is reported
//     there any more. That something is not reported any more is not said of a rule that a
//     program which imports the package may show there.
package ignore
