using Dapper;

namespace DiscourseLens.Database;

/// <content>What of the ledger a person should know.</content>
public sealed partial class WorkLedger
{
    /// <summary>Work that was given up, and work under way whose lease ran out, by place.</summary>
    public IReadOnlyList<TroubledWork> Troubled()
    {
        const string Sql = """
            select kind as Kind, key as Key, state as State, error as Error, lease_expires_ms as LeaseExpiresMs from work
            where state = 'failed' or (state = 'running' and lease_expires_ms <= @Now)
            order by place, id
            """;
        using var connection = database.ConnectReadOnly();
        return [.. connection.Query<TroubledRow>(Sql, new { Now }).Select(row => row.ToWork())];
    }

    private sealed class TroubledRow
    {
        public string Kind { get; init; } = "";
        public string Key { get; init; } = "";
        public string State { get; init; } = "";
        public string? Error { get; init; }
        public long? LeaseExpiresMs { get; init; }

        public TroubledWork ToWork() => new(
            Kind, Key, State, Error, LeaseExpiresMs is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null);
    }
}

/// <summary>Work that does not go on by itself.</summary>
/// <param name="Kind">Which job does it.</param>
/// <param name="Key">What of that kind.</param>
/// <param name="State">failed or running.</param>
/// <param name="Error">Why it failed; null where no reason was kept.</param>
/// <param name="LeaseExpires">When the lease of running work ran out; null for failed work.</param>
public sealed record TroubledWork(string Kind, string Key, string State, string? Error, DateTimeOffset? LeaseExpires);
