namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>Ways in which a server misbehaves.</summary>
internal enum Fault
{
    None,
    TooManyForSeconds,
    TooManyUntilDate,
    TooManyUnnamed,
    ServerError,
    Page,
    Truncated,
    Empty,
    OkWithError,
    SlowDrip,
    LoginRedirect,
    Forbidden,
}

/// <summary>Which requests go wrong, and how: at random from a seed, or as a test asks.</summary>
internal sealed class Faults(int seed, double rate)
{
    private static readonly Fault[] s_passing =
        [Fault.TooManyForSeconds, Fault.TooManyUntilDate, Fault.TooManyUnnamed, Fault.ServerError, Fault.Page, Fault.Truncated, Fault.Empty, Fault.OkWithError];

    private readonly Random _chance = new(seed);

    /// <summary>The faults of the next requests, before chance has its turn.</summary>
    public Queue<Fault> Next { get; } = new();

    /// <summary>Share of requests that go wrong by chance.</summary>
    public double Rate { get; set; } = rate;

    /// <summary>What a server asks for when it wants to be left alone.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(7);

    /// <summary>Requests that went wrong so far.</summary>
    public int Given { get; private set; }

    public Fault Draw()
    {
        lock (_chance)
        {
            if (!Next.TryDequeue(out var fault))
                fault = _chance.NextDouble() < Rate ? s_passing[_chance.Next(s_passing.Length)] : Fault.None;
            Given += fault == Fault.None ? 0 : 1;
            return fault;
        }
    }

    /// <summary>A page of answers as a careless server gives it: out of order, some of them twice.</summary>
    public IReadOnlyList<T> Mess<T>(IEnumerable<T> answers)
    {
        lock (_chance)
        {
            var list = answers.ToList();
            if (_chance.NextDouble() >= Rate || list.Count == 0)
                return list;
            list.Add(list[_chance.Next(list.Count)]);
            return [.. list.OrderBy(_ => _chance.Next())];
        }
    }
}
