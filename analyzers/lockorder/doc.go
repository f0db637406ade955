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
//   - lock-order: A then B here, B then A there, also through methods and callees,
//   - lock-order-instances: two instances of one type (or elements of one slice)
//     are locked in whatever order the caller names them,
//   - recursive-rlock, lock-upgrade, relock, once-recursion: a goroutine waits for
//     what it holds itself, perhaps only once a writer stands in between,
//   - block-under-lock, wait-under-lock: a goroutine waits, under a lock, for one
//     that needs the lock first,
//   - callback-under-lock (a hint): an unknown function is called under a lock.
//
// Each report shows the schedule in which all of them wait. It is silent where
// an order between the two decides which lock comes first (by id, name or
// address), and where another lock keeps the two apart.
package lockorder
