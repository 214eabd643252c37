using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Jobs;

/// <summary>Keeps a lease alive while its work goes on between two writes; stops the work when the lease is lost.</summary>
internal sealed class LeaseRenewal : IDisposable
{
    private readonly WorkLedger _ledger;
    private readonly Lease _lease;
    private readonly CancellationTokenSource _work;
    private readonly ITimer _timer;

    public LeaseRenewal(WorkLedger ledger, Lease lease, CancellationTokenSource work, TimeProvider time)
    {
        (_ledger, _lease, _work) = (ledger, lease, work);
        _timer = time.CreateTimer(_ => Renew(), null, WorkLedger.LeaseTime / 5, WorkLedger.LeaseTime / 5);
    }

    /// <summary>Whether another run has taken the work over.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Ends the renewing, a renewal under way included: afterwards the work may be ended.</summary>
    public void Dispose() => _timer.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private void Renew()
    {
        try
        {
            _ledger.Renew(_lease);
        }
        catch (LeaseLostException)
        {
            IsLost = true;
            _work.Cancel();
        }
        catch (Exception exception) when (exception is SqliteException or LensException)
        {
            // The store is busy with a long transaction of the very work: its fence renews the lease before it commits.
        }
    }
}
