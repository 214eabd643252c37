namespace DiscourseLens.Database;

/// <summary>
/// A run wrote, or wanted to, after its work had been taken from it. No <see cref="LensException"/>: no stage may take it for
/// trouble with one of its files and go on.
/// </summary>
/// <param name="lease">What the run believed to hold.</param>
public sealed class LeaseLostException(Lease lease) : Exception(
    $"Work {lease.Work.Id} ({lease.Work.Kind}) no longer runs under epoch {lease.Epoch}; this run wrote nothing more. Whoever holds it now does it.");
