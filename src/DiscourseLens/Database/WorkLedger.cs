using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Database;

/// <summary>The table <c>work</c>: decides what is due, who does it, and what becomes of it.</summary>
/// <param name="database">The store.</param>
/// <param name="time">The clock of leases and back-off.</param>
/// <param name="owner">Names this process among all that ever held a lease.</param>
public sealed partial class WorkLedger(LensDatabase database, TimeProvider time, string owner)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Enters work that is not in the ledger yet, all of it or nothing; returns how much was new.</summary>
    public int Add(IEnumerable<NewWork> work)
    {
        const string Sql = """
            insert into work (kind, key, place, state, not_before_ms, payload, created_ms, updated_ms)
            values (@Kind, @Key, @Place, 'ready', @Now, @Payload, @Now, @Now)
            on conflict do nothing
            """;
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        var added = connection.Execute(Sql, work.Select(item => new { item.Kind, item.Key, item.Place, item.Payload, Now }));
        transaction.Commit();
        return added;
    }

    /// <summary>Makes work due, whether it is new or ended before; what waits or runs is left as it is.</summary>
    public void Request(NewWork work)
    {
        using var connection = database.Connect();
        Request(connection, work);
    }

    /// <summary>Makes done work of a kind due again where it ended with one of the results; returns how much.</summary>
    public int Repeat(string kind, IReadOnlyCollection<string> results)
    {
        const string Sql = """
            update work set state = 'ready', not_before_ms = @Now, updated_ms = @Now
            where kind = @kind and state = 'done' and result in @results
            """;
        using var connection = database.Connect();
        return results.Count == 0 ? 0 : connection.Execute(Sql, new { kind, results, Now });
    }

    /// <summary>The keys of all work of a kind, whatever its state.</summary>
    public IReadOnlySet<string> Keys(string kind)
    {
        const string Sql = "select key from work where kind = @kind order by key";
        using var connection = database.ConnectReadOnly();
        return connection.Query<string>(Sql, new { kind }).ToHashSet();
    }

    /// <summary>A piece of work as it stands; null when it was never entered.</summary>
    public WorkStatus? Find(string kind, string key)
    {
        const string Sql = """
            select id as Id, state as State, not_before_ms as NotBeforeMs, error as Error, updated_ms as UpdatedMs from work
            where kind = @kind and key = @key
            """;
        using var connection = database.ConnectReadOnly();
        return connection.QuerySingleOrDefault<StatusRow>(Sql, new { kind, key })?.ToStatus();
    }

    /// <summary>The work to do next, null when none is due.</summary>
    public WorkItem? NextDue()
    {
        const string Sql = """
            select id as Id, kind as Kind, payload as Payload from work
            where state = 'ready' and not_before_ms <= @Now order by place, id limit 1
            """;
        using var connection = database.ConnectReadOnly();
        return connection.QuerySingleOrDefault<Row>(Sql, new { Now })?.ToItem();
    }

    /// <summary>Makes work due again whose lease ran out; returns how much.</summary>
    public int RecoverExpired() => Recover("lease_expires_ms <= @Now");

    /// <summary>Makes work of other processes due again. Only for the holder of the <see cref="WriterLock"/>: they are dead.</summary>
    public int RecoverForeign() => Recover("lease_owner <> @owner");

    /// <summary>How much there is to do.</summary>
    public Backlog Backlog()
    {
        const string Sql = """
            select coalesce(sum(state = 'ready'), 0) as Ready, coalesce(sum(state = 'running'), 0) as Running,
                coalesce(sum(state = 'failed'), 0) as Failed,
                min(case when state = 'ready' and not_before_ms <= @Now then not_before_ms end) as Oldest
            from work
            """;
        using var connection = database.ConnectReadOnly();
        var row = connection.QuerySingle<Counts>(Sql, new { Now });
        return new(row.Ready, row.Running, row.Failed, row.Oldest is { } due ? TimeSpan.FromMilliseconds(Now - due) : null);
    }

    private void Request(SqliteConnection connection, NewWork work)
    {
        const string Sql = """
            insert into work (kind, key, place, state, not_before_ms, payload, created_ms, updated_ms)
            values (@Kind, @Key, @Place, 'ready', @Now, @Payload, @Now, @Now)
            on conflict do update set state = 'ready', attempt = 0, not_before_ms = @Now, updated_ms = @Now
            where state in ('done', 'failed', 'cancelled')
            """;
        connection.Execute(Sql, new { work.Kind, work.Key, work.Place, work.Payload, Now });
    }

    private int Recover(string which)
    {
        using var connection = database.Connect();
        return connection.Execute(
            $"""
            update work set state = 'ready', lease_owner = null, lease_expires_ms = null, updated_ms = @Now
            where state = 'running' and {which}
            """,
            new { owner, Now });
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Kind { get; init; } = "";
        public string Payload { get; init; } = "";
        public long Epoch { get; init; }

        public WorkItem ToItem() => new(Id, Kind, Payload);
    }

    private sealed class StatusRow
    {
        public long Id { get; init; }
        public string State { get; init; } = "";
        public long NotBeforeMs { get; init; }
        public string? Error { get; init; }
        public long UpdatedMs { get; init; }

        public WorkStatus ToStatus() => new(Id, State, DateTimeOffset.FromUnixTimeMilliseconds(NotBeforeMs), Error,
            DateTimeOffset.FromUnixTimeMilliseconds(UpdatedMs));
    }

    private sealed class Counts
    {
        public long Ready { get; init; }
        public long Running { get; init; }
        public long Failed { get; init; }
        public long? Oldest { get; init; }
    }
}
