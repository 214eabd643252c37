namespace DiscourseLens.Collecting.Politeness;

/// <summary>When one host may be asked next, and that only one request is under way there.</summary>
public sealed class HostPace : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Not before this.</summary>
    public DateTimeOffset Next { get; private set; }

    /// <summary>Requests left in the host's own window, as it last said; null where it says nothing.</summary>
    public double? Remaining { get; private set; }

    /// <summary>Waits until no other request is under way; dispose the result when done.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(_one);
    }

    /// <summary>Asks for silence until an instant; a longer silence asked for before stands.</summary>
    public void Hold(DateTimeOffset until) => Next = until > Next ? until : Next;

    /// <summary>
    /// Spreads what the host says is left evenly over the rest of its window; holds until its end when nothing is left.
    /// </summary>
    public void Spread(RateBudget budget, DateTimeOffset now)
    {
        Remaining = budget.Remaining;
        Hold(now + (budget.Remaining < 1 ? budget.Reset + TimeSpan.FromSeconds(1) : budget.Reset / budget.Remaining));
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
