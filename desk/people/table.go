package people

// Reach (räckvidd) is how far a right goes for whoever holds a role. A longer reach includes the shorter ones.
type Reach int

// The reaches.
const (
	Nothing    Reach = iota // the role does not give the right
	OwnThings               // only what is hers: written by her, or handed to her by name
	OneAccount              // the account her mandate is for; every account when the role is held for the whole authority
	Authority               // what concerns the whole authority; only when the role is held for all of it
)

var reachNames = [...]string{"nothing", "own", "account", "authority"}

// String returns the reach's stable name.
func (r Reach) String() string {
	if r < Nothing || r > Authority {
		return "nothing"
	}
	return reachNames[r]
}

// Short names, so that the table reads as one.
const (
	___ = Nothing
	own = OwnThings
	acc = OneAccount
	all = Authority
)

// table is who may do what: the whole of it, and the only place. What a role must never be able to do is tested in
// table_test.go; testdata/rights.txt is the same table written out, so that a change of it is seen in review.
//
// A right that is not here is nobody's.
var table = map[Right][10]Reach{
	//               adm  com  own  dep  voi  exp  dec  reg  inv  aud
	DraftRead:        {___, acc, acc, acc, acc, own, acc, ___, ___, acc},
	DraftWrite:       {___, acc, acc, acc, acc, ___, ___, ___, ___, ___},
	ReviewApprove:    {___, acc, acc, acc, acc, ___, acc, ___, ___, ___},
	ReviewShift:      {___, acc, acc, acc, ___, ___, acc, ___, ___, ___},
	ReviewDecide:     {___, ___, ___, ___, ___, ___, acc, ___, ___, ___},
	PublishNow:       {___, acc, acc, acc, acc, ___, ___, ___, ___, ___},
	PublishSchedule:  {___, acc, acc, acc, acc, ___, ___, ___, ___, ___},
	PublishCorrect:   {___, acc, acc, acc, acc, ___, ___, ___, ___, ___},
	PublishWithdraw:  {___, acc, acc, acc, own, ___, acc, ___, ___, ___},
	SealedOpen:       {___, ___, acc, ___, ___, ___, acc, acc, ___, acc},
	InboxRead:        {___, acc, acc, acc, acc, own, acc, acc, ___, acc},
	InboxTake:        {___, acc, acc, acc, acc, ___, ___, ___, ___, ___},
	InboxAssign:      {___, acc, acc, acc, own, ___, acc, ___, ___, ___},
	InboxNote:        {___, acc, acc, acc, acc, own, acc, ___, ___, ___},
	InboxReply:       {___, acc, acc, acc, acc, ___, ___, ___, ___, ___},
	InboxClose:       {___, acc, acc, acc, acc, ___, ___, ___, ___, ___},
	InboxClassify:    {___, acc, acc, acc, ___, ___, ___, ___, ___, ___},
	ModerationHide:   {___, acc, acc, acc, ___, ___, acc, ___, ___, ___},
	ModerationBlock:  {___, ___, acc, ___, ___, ___, acc, ___, ___, ___},
	RecordDispose:    {___, ___, ___, ___, ___, ___, ___, all, ___, ___},
	TipRead:          {___, ___, ___, ___, ___, ___, ___, ___, acc, ___},
	AccountRead:      {all, acc, acc, acc, acc, all, all, all, ___, all},
	AccountOpen:      {all, all, ___, ___, ___, ___, ___, ___, ___, ___},
	AccountCharter:   {___, acc, acc, acc, ___, ___, ___, ___, ___, ___},
	AccountClose:     {all, ___, acc, ___, ___, ___, ___, ___, ___, ___},
	AccountReview:    {___, acc, acc, acc, ___, ___, acc, ___, ___, ___},
	FrameAcknowledge: {___, acc, acc, acc, acc, ___, ___, ___, ___, ___},
	FrameExercise:    {___, acc, acc, acc, ___, ___, ___, ___, ___, ___},
	FrameCommon:      {___, all, ___, ___, ___, ___, ___, ___, ___, ___},
	FrameBack:        {___, ___, ___, ___, ___, ___, acc, ___, ___, ___},
	LessonRead:       {___, acc, acc, acc, acc, ___, acc, ___, ___, acc},
	LessonWrite:      {___, acc, acc, acc, acc, ___, ___, ___, ___, ___},
	RoutineAdopt:     {___, acc, acc, acc, ___, ___, acc, ___, ___, ___},
	RuleSilence:      {___, acc, acc, acc, ___, ___, acc, ___, ___, ___},
	ShiftRead:        {___, acc, acc, acc, acc, ___, acc, ___, ___, acc},
	ShiftPlan:        {___, acc, acc, acc, ___, ___, ___, ___, ___, ___},
	ShiftSwap:        {own, own, own, own, own, own, own, own, own, own},
	ShiftHandover:    {___, acc, acc, acc, own, ___, ___, ___, ___, ___},
	ShiftPresent:     {own, own, own, own, own, own, own, own, own, own},
	PeopleRead:       {all, acc, acc, acc, ___, ___, all, all, ___, all},
	PeopleHire:       {all, ___, ___, ___, ___, ___, ___, ___, ___, ___},
	PeopleGrant:      {all, ___, ___, ___, ___, ___, ___, ___, ___, ___},
	PeopleMandate:    {all, acc, acc, acc, ___, ___, ___, ___, ___, ___},
	PeopleOwners:     {all, ___, acc, ___, ___, ___, ___, ___, ___, ___},
	PeopleLeave:      {all, ___, ___, ___, ___, ___, ___, ___, ___, ___},
	PeopleSignOut:    {all, ___, ___, ___, ___, ___, ___, ___, ___, ___},
	RecordRead:       {___, acc, acc, acc, ___, ___, all, all, ___, all},
	LedgerVerify:     {all, all, ___, ___, ___, ___, all, all, ___, all},
	SettingsRead:     {all, all, ___, ___, ___, ___, ___, ___, ___, all},
	SettingsWrite:    {all, ___, ___, ___, ___, ___, ___, ___, ___, ___},
	JobsRead:         {all, ___, ___, ___, ___, ___, ___, ___, ___, all},
	JobsRetry:        {all, ___, ___, ___, ___, ___, ___, ___, ___, ___},
	InstanceClaim:    {all, ___, ___, ___, ___, ___, ___, ___, ___, ___},
	BackupMake:       {all, ___, ___, ___, ___, ___, ___, ___, ___, ___},
	IdeaSend:         {own, own, own, own, own, own, own, own, own, own},
	IdeaAnswer:       {___, acc, acc, acc, ___, ___, ___, ___, ___, ___},
	CounselComment:   {___, acc, acc, acc, acc, own, acc, ___, ___, ___},
	CounselAsk:       {___, acc, acc, acc, acc, ___, acc, ___, ___, ___},
	CounselAnswer:    {own, own, own, own, own, own, own, own, own, own},
	NoticeOwn:        {own, own, own, own, own, own, own, own, own, own},
	SessionOwn:       {own, own, own, own, own, own, own, own, own, own},
	PasswordOwn:      {own, own, own, own, own, own, own, own, own, own},
	FactorOwn:        {own, own, own, own, own, own, own, own, own, own},
	TokenOwn:         {own, own, own, own, own, own, own, own, own, own},
}

var column = func() map[Role]int {
	out := make(map[Role]int, len(Roles))
	for i, r := range Roles {
		out[r] = i
	}
	return out
}()

// Gives returns how far a right goes for a role, as the table has it.
func (r Role) Gives(right Right) Reach {
	i, ok := column[r]
	if !ok {
		return Nothing
	}
	return table[right][i]
}
