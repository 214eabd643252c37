using DiscourseLens.Collecting.Inbox;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Database;
using Hangfire;

namespace DiscourseLens.Jobs;

/// <summary>
/// Gives Hangfire the piece of work that the ledger says is next. One at a time: the order is decided anew after each, and
/// nothing is lost when the engine forgets its queue.
/// </summary>
/// <param name="ledger">Says what is due.</param>
/// <param name="engine">Runs it.</param>
public sealed class Dispatcher(WorkLedger ledger, IBackgroundJobClientV2 engine)
{
    /// <summary>Enqueues what is next, if anything is due.</summary>
    public void Dispatch()
    {
        ledger.RecoverExpired();
        if (ledger.NextDue() is not { } work)
            return;
        if (work.Kind == LiveWork.Kind)
            Enqueue<CollectJob>(work.Id);
        else if (work.Kind == InboxFolder.Kind)
            Enqueue<ImportJob>(work.Id);
        else if (work.Kind == StandingWork.Score.Kind)
            Enqueue<ScoreJob>(work.Id);
        else if (work.Kind == StandingWork.RollUp.Kind)
            Enqueue<RollupJob>(work.Id);
        else if (work.Kind == StandingWork.Retain.Kind)
            Enqueue<RetainJob>(work.Id);
        else if (work.Kind == StandingWork.RevisitKind)
            Enqueue<RevisitJob>(work.Id);
        else
            throw new LensException($"Work {work.Id} is of the kind '{work.Kind}', which this program cannot do; install a newer one.");
    }

    private void Enqueue<T>(long id) where T : IWorkJob =>
        engine.Enqueue<T>(Schedule.Queue, job => job.Run(id, CancellationToken.None));
}
