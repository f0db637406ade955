package clinic

import "sync"

// Appointment is a patient's slot with a doctor.
type Appointment struct {
	Patient string
	Doctor  string
}

// Clinic keeps the agenda and the duty roster.
type Clinic struct {
	apptMu sync.Mutex
	appts  map[int]Appointment

	staffMu sync.Mutex
	onDuty  map[string]bool
}

func New() *Clinic {
	return &Clinic{appts: map[int]Appointment{}, onDuty: map[string]bool{}}
}

// SetDuty puts a doctor on or off the roster.
func (c *Clinic) SetDuty(doctor string, on bool) {
	c.staffMu.Lock()
	defer c.staffMu.Unlock()
	c.onDuty[doctor] = on
}

// Book fills a slot.
func (c *Clinic) Book(slot int, a Appointment) {
	c.apptMu.Lock()
	defer c.apptMu.Unlock()
	c.appts[slot] = a // BUG: wrong-mutex
}

// Load counts the slots of a doctor.
func (c *Clinic) Load(doctor string) (n int) {
	c.apptMu.Lock()
	defer c.apptMu.Unlock()
	for _, a := range c.appts { // BUG: wrong-mutex
		if a.Doctor == doctor {
			n++
		}
	}
	return n
}

// Reassign hands the slots of one doctor to a colleague on duty.
func (c *Clinic) Reassign(from, to string) bool {
	c.staffMu.Lock() // BUG: wrong-mutex
	defer c.staffMu.Unlock()
	if !c.onDuty[to] {
		return false
	}
	for slot, a := range c.appts { // BUG: wrong-mutex
		if a.Doctor == from {
			a.Doctor = to
			c.appts[slot] = a // BUG: wrong-mutex
		}
	}
	return true
}
