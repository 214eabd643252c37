using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Database;

/// <content>Leases: who does the work, and how it ends.</content>
public sealed partial class WorkLedger
{
    /// <summary>Failures after which work is given up.</summary>
    public const int MaxAttempts = 5;

    /// <summary>How long a lease lasts that is not renewed.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    /// <summary>Takes due work; null when it is not due, or another run has it.</summary>
    public Lease? Claim(long id)
    {
        const string Sql = """
            update work set state = 'running', lease_owner = @owner, lease_epoch = lease_epoch + 1, lease_expires_ms = @expires,
                updated_ms = @Now
            where id = @id and state = 'ready' and not_before_ms <= @Now
            returning id as Id, kind as Kind, payload as Payload, lease_epoch as Epoch
            """;
        using var connection = database.Connect();
        var row = connection.QuerySingleOrDefault<Row>(Sql, new { id, owner, expires = Expiry(), Now });
        return row is null ? null : new Lease(row.ToItem(), row.Epoch);
    }

    /// <summary>Renews a lease on its own.</summary>
    /// <exception cref="LeaseLostException">It is held no more.</exception>
    public void Renew(Lease lease)
    {
        using var connection = database.Connect();
        Guard(connection, lease);
    }

    /// <summary>The fence of a lease: renews it inside the transaction that is open.</summary>
    /// <exception cref="LeaseLostException">It is held no more.</exception>
    public void Guard(SqliteConnection connection, Lease lease)
    {
        const string Sql = """
            update work set lease_expires_ms = @expires, updated_ms = @Now
            where id = @id and lease_epoch = @epoch and state = 'running'
            """;
        if (connection.Execute(Sql, new { id = lease.Work.Id, epoch = lease.Epoch, expires = Expiry(), Now }) == 0)
            throw new LeaseLostException(lease);
    }

    /// <summary>Ends work that went well, and requests what follows from it in the same transaction.</summary>
    /// <exception cref="LeaseLostException">It is held no more.</exception>
    public void Complete(Lease lease, string? result, NewWork? next)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        End(connection, lease, new Ending("done", Result: result));
        if (next is not null)
            Request(connection, next);
        transaction.Commit();
    }

    /// <summary>Gives work back to go on later: a slice is done, or a source asked to be left alone. It burns no attempt.</summary>
    /// <param name="lease">What goes on later.</param>
    /// <param name="until">Not before this.</param>
    /// <param name="why">What to show meanwhile; null where there is nothing to say.</param>
    /// <param name="next">Work requested in the same transaction; null for none.</param>
    /// <exception cref="LeaseLostException">It is held no more.</exception>
    public void Postpone(Lease lease, DateTimeOffset until, string? why, NewWork? next)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        End(connection, lease, new Ending("ready", Attempt: 0, PauseMs: Math.Max(0, until.ToUnixTimeMilliseconds() - Now), Error: why));
        if (next is not null)
            Request(connection, next);
        transaction.Commit();
    }

    /// <summary>Notes a failure: due again after a pause that grows, or given up.</summary>
    /// <param name="lease">What failed.</param>
    /// <param name="error">Why, in words for the user; no collected text.</param>
    /// <param name="again">Whether another attempt could go better.</param>
    /// <exception cref="LeaseLostException">It is held no more.</exception>
    public void Fail(Lease lease, string error, bool again)
    {
        const string Sql = "select attempt from work where id = @Id";
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        var attempt = connection.ExecuteScalar<long>(Sql, new { lease.Work.Id }) + 1;
        var retry = again && attempt < MaxAttempts;
        End(connection, lease, new Ending(retry ? "ready" : "failed", attempt, retry ? Pause(attempt) : 0, Error: error));
        transaction.Commit();
    }

    /// <summary>Gives work back undone, because this process stops.</summary>
    /// <exception cref="LeaseLostException">It is held no more.</exception>
    public void Release(Lease lease) => End(lease, new Ending("ready"));

    /// <summary>Ends work that somebody called off; it is not done again unless it is requested.</summary>
    /// <exception cref="LeaseLostException">It is held no more.</exception>
    public void Cancel(Lease lease) => End(lease, new Ending("cancelled"));

    private static long Pause(long attempt) => (long)TimeSpan.FromMinutes(1 << (2 * ((int)attempt - 1))).TotalMilliseconds;

    private long Expiry() => Now + (long)LeaseTime.TotalMilliseconds;

    private void End(Lease lease, Ending ending)
    {
        using var connection = database.Connect();
        End(connection, lease, ending);
    }

    private void End(SqliteConnection connection, Lease lease, Ending ending)
    {
        const string Sql = """
            update work set state = @State, attempt = coalesce(@Attempt, attempt), not_before_ms = @notBefore, result = @Result,
                error = @Error, lease_owner = null, lease_expires_ms = null, updated_ms = @Now
            where id = @id and lease_epoch = @epoch and state = 'running'
            """;
        var ended = connection.Execute(Sql, new
        {
            ending.State,
            ending.Attempt,
            notBefore = Now + ending.PauseMs,
            ending.Result,
            ending.Error,
            Now,
            id = lease.Work.Id,
            epoch = lease.Epoch,
        });
        if (ended == 0)
            throw new LeaseLostException(lease);
    }

    private sealed record Ending(string State, long? Attempt = null, long PauseMs = 0, string? Result = null, string? Error = null);
}
