// Killer: ends the program it is linked into with SIGKILL before the N-th system call that writes, as a power cut would (to the
// file on SQLite, to the server on PostgreSQL). The executable needs ENABLE_EXPORTS: its functions stand before the C library's.
#pragma once

namespace foyer::test::killer {

/// From now on calls are counted; the program dies before number `fatal`, never when that is 0.
void arm(int fatal);
/// Nothing is counted any more. Returns the calls so far.
int disarm();

} // namespace foyer::test::killer
