using System.Diagnostics.Metrics;
using DiscourseLens.Database;
using DiscourseLens.Jobs;
using DiscourseLens.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DiscourseLens.Tests.Jobs;

public sealed class LedgerGaugesTests
{
    [Fact]
    public void Lag_IsTheAgeOfTheOldestTimeNotCollectedYet()
    {
        using var store = new StoreBuilder();
        LiveRows.Add(store);
        store.Execute("update live_source set name = 'gauged'"); // other tests have gauges at the same time
        var time = new FakeTimeProvider(LiveRows.Now);
        using var gauges = new LedgerGauges(new WorkLedger(store.Database, time, "me"), store.Database, time);
        var lags = new List<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == LensMeter.Name && instrument.Name == "discourselens.lag")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            if (tags.ToArray().Contains(new("source", "gauged")))
                lags.Add(seconds);
        });
        listener.Start();
        try
        {
            listener.RecordObservableInstruments();
        }
        catch (AggregateException)
        {
            // a gauge of another test whose store is gone meanwhile
        }

        Assert.Equal(TimeSpan.FromHours(36).TotalSeconds, Assert.Single(lags));
    }
}
