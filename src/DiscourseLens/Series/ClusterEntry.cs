namespace DiscourseLens.Series;

/// <summary>What one cluster said in a bucket.</summary>
internal struct ClusterEntry
{
    private ExactSum _first;

    /// <summary>The cluster: an author above zero, else an unknown author's post.</summary>
    public long Cluster { get; init; }

    /// <summary>What it is told apart by beside its number: a community or class.</summary>
    public long Group { get; init; }

    /// <summary>Its posts.</summary>
    public long N { get; private set; }

    /// <summary>Sum of its values, or its posts labelled FAVOR.</summary>
    public readonly double First => _first.Value;

    /// <summary>Its posts labelled AGAINST.</summary>
    public double Second { get; private set; }

    /// <summary>Its posts labelled NEUTRAL.</summary>
    public double Third { get; private set; }

    /// <summary>Adds more of its posts.</summary>
    public void Add(long n, double first, double second, double third)
    {
        N += n;
        _first.Add(first);
        Second += second;
        Third += third;
    }
}
