using System.Globalization;

namespace DiscourseLens.Trends.Figures;

/// <summary>The time axis: every day has the same width.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Day after the last.</param>
internal sealed record TimeAxis(DateOnly From, DateOnly Until)
{
    private const int MostDays = 45;
    private const double DayWidth = 110;
    private const double MonthWidth = 86;
    private const double YearWidth = 56;

    private static readonly int[] s_days = [1, 2, 7, 14];
    private static readonly int[] s_months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

    /// <summary>A day's start as a place between the ends, 0 to 1.</summary>
    public double Place(DateOnly day) => (day.DayNumber - From.DayNumber) / (double)(Until.DayNumber - From.DayNumber);

    /// <summary>The middle of a bucket.</summary>
    public double Middle(TrendBucket bucket) => (Place(bucket.Start) + Place(bucket.End)) / 2;

    /// <summary>Days with a tick, and their labels; as many as find room in a width.</summary>
    public IReadOnlyList<(DateOnly Day, string Label)> Ticks(double width)
    {
        if (Until.DayNumber - From.DayNumber < MostDays && s_days.Select(Days).FirstOrDefault(days => days.Count * DayWidth <= width) is { } few)
            return few.ConvertAll(day => (day, day.ToString("O", CultureInfo.InvariantCulture)));
        var step = s_months.FirstOrDefault(months => Months(months).Count * (months >= 12 ? YearWidth : MonthWidth) <= width, s_months[^1]);
        var format = step >= 12 ? "yyyy" : "yyyy-MM";
        return Months(step).ConvertAll(day => (day, day.ToString(format, CultureInfo.InvariantCulture)));
    }

    private List<DateOnly> Days(int step)
    {
        var days = new List<DateOnly>();
        for (var day = From; day < Until; day = day.AddDays(step))
            days.Add(day);
        return days;
    }

    // Steps are counted from the year 1, so that ticks stand at whole years and quarters.
    private List<DateOnly> Months(int step)
    {
        var first = (From.Year - 1) * 12 + From.Month - 1 + (From.Day > 1 ? 1 : 0);
        var months = new List<DateOnly>();
        for (var month = (first + step - 1) / step * step; month < 9999 * 12 && Day(month) < Until; month += step)
            months.Add(Day(month));
        return months;
    }

    private static DateOnly Day(int month) => new(month / 12 + 1, month % 12 + 1, 1);
}
