namespace DiscourseLens.Tests.Support;

/// <summary>Managed bytes that work allocates on its own thread.</summary>
internal static class Allocation
{
    private const int Tries = 3;

    /// <summary>The least of three runs: a collection that another test causes meanwhile counts what was left of a buffer.</summary>
    public static long Of(Action work) => Enumerable.Range(0, Tries).Min(_ => Once(work));

    private static long Once(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
