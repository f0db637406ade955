// Package quota accounts API calls against the plan of each tenant.
package quota

import (
	"errors"
	"sync"
)

var (
	ErrNoPlan   = errors.New("quota: tenant has no plan")
	ErrExceeded = errors.New("quota: exceeded")
)

type plan struct {
	name  string
	calls int
}

// Keeper is safe for concurrent use. Plans change rarely, usage all the
// time, hence the two locks.
type Keeper struct {
	planMu sync.RWMutex
	plans  map[string]plan

	usageMu sync.Mutex
	usage   map[string]int
}

func NewKeeper() *Keeper {
	return &Keeper{plans: map[string]plan{}, usage: map[string]int{}}
}

// Subscribe puts a tenant on a plan.
func (k *Keeper) Subscribe(tenant, name string, calls int) {
	k.planMu.Lock()
	defer k.planMu.Unlock()
	k.plans[tenant] = plan{name, calls}
}

func (k *Keeper) limit(tenant string) (int, bool) {
	k.planMu.RLock()
	defer k.planMu.RUnlock()
	p, ok := k.plans[tenant]
	return p.calls, ok
}

// Charge takes n calls from the tenant's quota.
func (k *Keeper) Charge(tenant string, n int) error {
	max, ok := k.limit(tenant)
	if !ok {
		return ErrNoPlan
	}
	k.usageMu.Lock()
	defer k.usageMu.Unlock()
	if k.usage[tenant]+n > max {
		return ErrExceeded
	}
	k.usage[tenant] += n
	return nil
}

// Refund gives n calls back.
func (k *Keeper) Refund(tenant string, n int) {
	k.planMu.Lock() // BUG: wrong-mutex
	defer k.planMu.Unlock()
	k.usage[tenant] = max(0, k.usage[tenant]-n) // BUG: wrong-mutex
}

// Used tells how many calls the tenant has made.
func (k *Keeper) Used(tenant string) int {
	k.usageMu.Lock()
	defer k.usageMu.Unlock()
	return k.usage[tenant]
}
