using Dapper;

namespace DiscourseLens.Database;

/// <summary>One row of the store's log of runs: which command of which program wrote it, and how it ended.</summary>
public sealed class RunLog : IDisposable
{
    private readonly LensDatabase _database;
    private readonly TimeProvider _time;
    private readonly long _id;
    private string _outcome = "failed";

    private RunLog(LensDatabase database, TimeProvider time, long id) => (_database, _time, _id) = (database, time, id);

    /// <summary>Enters a run that begins now. One that dies keeps a row without an end.</summary>
    public static RunLog Start(LensDatabase database, string command, string program, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);
        const string Sql = """
            insert into run (command, program, started_ms) values (@command, @program, @now) returning id
            """;
        using var connection = database.Connect();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return new RunLog(database, time, connection.ExecuteScalar<long>(Sql, new { command, program, now }));
    }

    /// <summary>The run did what it was to do.</summary>
    public void Complete() => _outcome = "done";

    /// <summary>Enters its end.</summary>
    public void Dispose()
    {
        const string Sql = "update run set finished_ms = @now, outcome = @outcome where id = @id";
        using var connection = _database.Connect();
        connection.Execute(Sql, new { now = _time.GetUtcNow().ToUnixTimeMilliseconds(), outcome = _outcome, id = _id });
    }
}
