// Package lockorder defines an analyzer that reports locks taken in orders that
// can make goroutines wait for each other for ever.
//
// # Analyzer lockorder
//
// lockorder: report locks that are taken in inconsistent order
//
// Two goroutines that each hold a lock and wait for the other's never go on.
// The analyzer reports
//
//   - lock-order-instances: two instances of one type (or elements of one slice)
//     are locked in whatever order the caller names them.
//
// Each report shows the schedule in which all of them wait. It is silent where
// an order between the two decides which lock comes first (by id, name or
// address), and where another lock keeps the two apart.
package lockorder
