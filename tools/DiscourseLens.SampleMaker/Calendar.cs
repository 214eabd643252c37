namespace DiscourseLens.SampleMaker;

/// <summary>When the invented study takes place, and what happens in it.</summary>
internal static class Calendar
{
    private const int CrawlDay = 12;
    private const int EventDays = 12;

    /// <summary>Volume of January to December: much in winter, little in summer.</summary>
    private static readonly double[] s_months = [1.25, 1.15, 1.1, 1.0, 0.93, 0.8, 0.7, 0.76, 0.98, 1.08, 1.14, 0.95];

    /// <summary>Volume of Sunday to Saturday.</summary>
    private static readonly double[] s_weekdays = [1.12, 1.04, 1.0, 0.98, 0.97, 0.9, 0.99];

    public static DateOnly First { get; } = new(2021, 9, 1);
    public static DateOnly Until { get; } = new(2025, 1, 1);

    /// <summary>The five days on which the collection stood still.</summary>
    public static DateOnly GapFrom { get; } = new(2023, 3, 14);
    public static DateOnly GapUntil { get; } = new(2023, 3, 19);

    /// <summary>A day that was collected whole and on which nobody wrote.</summary>
    public static DateOnly SilentDay { get; } = new(2022, 12, 25);

    /// <summary>The day on which the invented Lanternfield trial is stopped and stance steps down.</summary>
    public static DateOnly Step { get; } = new(2023, 9, 1);

    /// <summary>When the last crawl was made: too soon for the last days.</summary>
    private static DateOnly LastCrawl { get; } = new(2025, 1, 2);

    public static bool IsSilent(DateOnly day) => day == SilentDay || (day >= GapFrom && day < GapUntil);

    /// <summary>Volume of a day, 1 on average: season, weekday, slow growth, and the days after the step.</summary>
    public static double Volume(DateOnly day)
    {
        var growth = 0.75 + 0.5 * (day.DayNumber - First.DayNumber) / (Until.DayNumber - First.DayNumber);
        var stir = day >= Step && day < Step.AddDays(EventDays) ? 2.2 : 1;
        return s_months[day.Month - 1] * s_weekdays[(int)day.DayOfWeek] * growth * stir;
    }

    /// <summary>When a post was collected: with its month, on the twelfth of the next.</summary>
    public static long CrawlOf(long created)
    {
        var day = DayOf(created);
        var crawl = new DateOnly(day.Year, day.Month, CrawlDay).AddMonths(1);
        return Seconds(crawl < LastCrawl ? crawl : LastCrawl) + 3 * 3600 + created % 3600;
    }

    /// <summary>When a post was collected once more; null where that would be after the last crawl.</summary>
    public static long? SecondCrawlOf(long created) =>
        CrawlOf(created) + 40 * 86_400 is var again && again < Seconds(LastCrawl) ? again : null;

    public static DateOnly DayOf(long seconds) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);

    public static long Seconds(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();
}
