using Microsoft.Data.Sqlite;

namespace DiscourseLens.Database;

/// <summary>
/// Called inside a writing transaction just before it commits. Throws when the writer may no longer write, so that the
/// transaction rolls back.
/// </summary>
/// <exception cref="LeaseLostException">The work was taken over meanwhile.</exception>
public delegate void Fence(SqliteConnection connection);
